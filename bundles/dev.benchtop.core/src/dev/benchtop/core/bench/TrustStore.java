package dev.benchtop.core.bench;

import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;

/**
 * The bench folders whose content the user allows to be run: a file of the user's configuration, one real path a line.
 * Folders in the system property {@code benchtop.trusted} (separated as in a class path) come with the product and are trusted too.
 */
public final class TrustStore {

	private final Path file;

	public TrustStore(Places places) {
		this.file = places.config().resolve("trusted"); //$NON-NLS-1$
	}

	/** Whether exactly this folder is trusted, by its real path. */
	public boolean trusted(Path bench) {
		throw new UnsupportedOperationException(file.toString());
	}

	/** Trusts the folder from now on. */
	public void trust(Path bench) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Takes the trust back. */
	public void distrust(Path bench) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
