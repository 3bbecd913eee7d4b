package dev.benchtop.image.copy;

/** Closes a thing once, whoever comes first; who comes second waits for the first. */
@SuppressWarnings("try")
final class Once implements AutoCloseable {

	private final AutoCloseable thing;
	private boolean closed;

	Once(AutoCloseable thing) {
		this.thing = thing;
	}

	@Override
	public synchronized void close() throws Exception {
		if (!closed) {
			closed = true;
			thing.close();
		}
	}
}
