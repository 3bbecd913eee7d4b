package dev.benchtop.core.storage;

import java.nio.file.Path;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/** Digests of files in any file system. */
public final class Checksums {

	/** A way to digest. */
	public enum Algorithm {
		MD5("MD5"), SHA1("SHA-1"), SHA256("SHA-256"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

		private final String name;

		Algorithm(String name) {
			this.name = name;
		}

		/** Its usual name: {@code SHA-256}. */
		public String label() {
			return name;
		}
	}

	private Checksums() {
	}

	/** The digest of a whole file in lower-case hex, read as a stream. */
	public static String of(Location file, Algorithm algorithm, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
