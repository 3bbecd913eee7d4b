package dev.benchtop.cli.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes on what is said, as it comes. */
final class Pump {

	private static final int CHUNK = 1 << 16;

	private final Thread thread;

	private Pump(Thread thread) {
		this.thread = thread;
	}

	static Pump start(String name, InputStream from, OutputStream to) {
		return new Pump(Thread.ofPlatform().daemon().name("benchtop ssh " + name).start(() -> pump(from, to))); //$NON-NLS-1$
	}

	private static void pump(InputStream from, OutputStream to) {
		final var bytes = new byte[CHUNK];
		try {
			for (int length = from.read(bytes); length >= 0; length = from.read(bytes)) {
				to.write(bytes, 0, length);
				to.flush();
			}
		} catch (IOException e) {
			System.getLogger(Pump.class.getName()).log(System.Logger.Level.DEBUG, "the connection has ended", e); //$NON-NLS-1$
		}
	}

	/** Returns when all is passed on. */
	void await() {
		try {
			thread.join();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
