package dev.benchtop.cli.storage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Standard output for bytes as they are; tells when nobody reads them any more. */
final class StandardOutput implements WritableByteChannel {

	/** Whoever read standard output has enough. */
	static final class ClosedByReader extends IOException {
		private static final long serialVersionUID = 1L;
	}

	private final PrintStream out;

	StandardOutput(PrintStream out) {
		this.out = out;
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		final var bytes = new byte[source.remaining()];
		source.get(bytes);
		out.write(bytes, 0, bytes.length);
		if (out.checkError()) {
			throw new ClosedByReader();
		}
		return bytes.length;
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public void close() {
		out.flush();
	}
}
