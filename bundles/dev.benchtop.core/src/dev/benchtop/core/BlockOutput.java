package dev.benchtop.core;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that is written in blocks; a single byte is a block of one. */
public abstract class BlockOutput extends OutputStream {

	@Override
	public final void write(int value) throws IOException {
		write(new byte[] {(byte) value}, 0, 1);
	}

	@Override
	public abstract void write(byte[] from, int at, int length) throws IOException;
}
