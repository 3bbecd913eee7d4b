package dev.benchtop.image.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** A packed file on its way to a decoder: counts its bytes and the time they take to come, and hashes them where that is wanted. */
final class MeteredInput extends FilterInputStream {

	private final MessageDigest digest;
	private volatile long bytes;
	private volatile long nanos;

	/** @param digest null where no hash is wanted */
	MeteredInput(InputStream in, MessageDigest digest) {
		super(in);
		this.digest = digest;
	}

	long bytes() {
		return bytes;
	}

	long nanos() {
		return nanos;
	}

	@Override
	public int read() throws IOException {
		final var one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		final long start = System.nanoTime();
		final int count = in.read(to, at, length);
		nanos += System.nanoTime() - start;
		if (count > 0) {
			bytes += count;
			if (digest != null) {
				digest.update(to, at, count);
			}
		}
		return count;
	}
}
