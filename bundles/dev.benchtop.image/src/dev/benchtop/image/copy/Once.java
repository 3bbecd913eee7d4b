package dev.benchtop.image.copy;

import java.io.Closeable;
import java.io.IOException;

/** Closes a thing once, whoever comes first; who comes second waits for the first. */
final class Once implements Closeable {

	private final Closeable thing;
	private boolean closed;

	Once(Closeable thing) {
		this.thing = thing;
	}

	@Override
	public synchronized void close() throws IOException {
		if (!closed) {
			closed = true;
			thing.close();
		}
	}
}
