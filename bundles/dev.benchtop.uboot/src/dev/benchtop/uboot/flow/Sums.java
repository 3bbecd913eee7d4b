package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files. */
final class Sums {

	private static final int BUFFER = 1 << 20;

	private Sums() {
	}

	/** That of all that a channel has from its first byte on, in hex. */
	static String of(FileChannel channel) throws IOException {
		try {
			final MessageDigest digest = MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
			final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
			for (long at = 0; channel.read(buffer.clear(), at) > 0; at += buffer.limit()) {
				digest.update(buffer.flip());
			}
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
