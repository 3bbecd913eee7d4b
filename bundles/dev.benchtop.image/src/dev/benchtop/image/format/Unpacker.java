package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;

import dev.benchtop.core.BlockInput;

/** What the decoders have in common: a packed input that they close, and errors that name its offset. */
abstract class Unpacker extends BlockInput {

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
	public void close() throws IOException {
		in.close();
	}
}
