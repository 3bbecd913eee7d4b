package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/** Digests of files in any file system. */
public final class Checksums {

	private static final int BUFFER = 1 << 20;

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

		MessageDigest digest() {
			try {
				return MessageDigest.getInstance(name);
			} catch (NoSuchAlgorithmException e) {
				throw new IllegalStateException(e);
			}
		}
	}

	private Checksums() {
	}

	/** The digest of a whole file in lower-case hex, read as a stream; cancelled by closing the file. */
	public static String of(Location file, Algorithm algorithm, Progress progress) throws BenchException {
		progress.token().check();
		try {
			final long size = Files.size(file.path());
			progress.begin(new Phase("hash", NLS.bind(Messages.Checksums_phase, algorithm.label())), size); //$NON-NLS-1$
			return HexFormat.of().formatHex(digest(file.path(), algorithm.digest(), progress.token(), progress::advance));
		} catch (IOException e) {
			progress.token().check();
			throw PathFailure.of(Messages.Checksums_failed, file.text(), e);
		}
	}

	/** Feeds a file to the digest; {@code done} hears of bytes. A cancelled token closes the file. */
	static byte[] digest(Path file, MessageDigest digest, CancelToken token, LongConsumer done) throws IOException, BenchException {
		final var buffer = ByteBuffer.allocate(BUFFER);
		try (var channel = Files.newByteChannel(file); var _ = token.onCancel(() -> Channels.close(channel))) {
			while (channel.read(buffer) >= 0) {
				token.check();
				done.accept(buffer.position());
				digest.update(buffer.flip());
				buffer.clear();
			}
			token.check();
			return digest.digest();
		}
	}
}
