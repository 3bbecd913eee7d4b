package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;

/** What the decoders have in common: a packed input that they close, and errors that name its offset. */
abstract class Unpacker extends InputStream {

	final PackedInput in;
	final String label;

	Unpacker(InputStream packed, String label) {
		this.in = new PackedInput(packed, label);
		this.label = label;
	}

	/** Unpacks at least one byte; -1 at the sound end of the file. {@code length} is at least 1. */
	abstract int unpack(byte[] to, int at, int length) throws IOException;

	@Override
	public final int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		try {
			return unpack(to, at, length);
		} catch (RuntimeException e) {
			throw Broken.corrupt(label, in.offset(), e);
		}
	}

	@Override
	public final int read() throws IOException {
		final var one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
