package dev.benchtop.storage.oci;

import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;

/**
 * For what an image of an index is made (OCI image specification, image index).
 *
 * @param variant such as {@code v8}; empty where it does not matter
 */
record Platform(String os, String architecture, String variant) {

	private static final Pattern FORM = Pattern.compile("([\\w.-]+)/([\\w.-]+)(?:/([\\w.-]+))?"); //$NON-NLS-1$

	/** Reads {@code linux/arm64} or {@code linux/arm/v7}. */
	static Platform parse(String text) throws BackendException {
		final var form = FORM.matcher(text);
		if (!form.matches()) {
			throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Platform_wrong, text));
		}
		return new Platform(form.group(1), form.group(2), Optional.ofNullable(form.group(3)).orElse("")); //$NON-NLS-1$
	}

	/** This machine's, with the names of Go. */
	static Platform host() {
		final String machine = System.getProperty("os.arch"); //$NON-NLS-1$
		return new Platform("linux", machine.equals("aarch64") ? "arm64" : machine, ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	/** Whether that is what was asked for with this; no variant takes any. */
	boolean takes(Platform other) {
		return os.equals(other.os) && architecture.equals(other.architecture) && (variant.isEmpty() || variant.equals(other.variant));
	}

	/** Whether it is a platform at all, and not a note about another image of the index, such as its build record. */
	boolean isReal() {
		return !os.equals("unknown"); //$NON-NLS-1$
	}

	@Override
	public String toString() {
		return os + '/' + architecture + (variant.isEmpty() ? "" : '/' + variant); //$NON-NLS-1$
	}
}
