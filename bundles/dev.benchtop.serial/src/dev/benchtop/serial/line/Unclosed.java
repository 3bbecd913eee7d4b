package dev.benchtop.serial.line;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The way to the device; who gives the keyboard back does not end the line. */
public final class Unclosed extends FilterOutputStream {

	/** The stream {@code to}, which stays open. */
	public Unclosed(OutputStream to) {
		super(to);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		out.write(bytes, offset, length);
	}

	@Override
	public void close() {
		// the connection closes it
	}
}
