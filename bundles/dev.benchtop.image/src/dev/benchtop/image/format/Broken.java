package dev.benchtop.image.format;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;

/** The errors of packed files; each names the offset in the file. */
final class Broken {

	private Broken() {
	}

	static IOException truncated(String label, long offset) {
		return new IOException(NLS.bind(Messages.Broken_truncated, label, offset));
	}

	static IOException corrupt(String label, long offset) {
		return new IOException(NLS.bind(Messages.Broken_corrupt, label, offset));
	}

	static IOException corrupt(String label, long offset, String why) {
		return new IOException(NLS.bind(Messages.Broken_corruptBecause, new Object[] { label, offset, why }));
	}

	/** Keeps the decoder's own words, where it has any. */
	static IOException corrupt(String label, long offset, Exception cause) {
		final String why = cause instanceof RuntimeException ? null : cause.getMessage();
		final var broken = why == null || why.isBlank() ? corrupt(label, offset) : corrupt(label, offset, why);
		broken.initCause(cause);
		return broken;
	}

	static IOException checksum(String label, long offset) {
		return new IOException(NLS.bind(Messages.Broken_checksum, label, offset));
	}

	static IOException garbage(String label, long offset) {
		return new IOException(NLS.bind(Messages.Broken_garbage, label, offset));
	}
}
