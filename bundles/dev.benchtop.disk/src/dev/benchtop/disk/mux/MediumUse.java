package dev.benchtop.disk.mux;

/** What was done with a medium since this machine took it. Thread-safe. */
final class MediumUse {

	private int open;
	private boolean written;
	private boolean half;

	synchronized void taken() {
		written = false;
		half = false;
	}

	synchronized void given() {
		written = false;
	}

	synchronized void opened() {
		open++;
	}

	synchronized void begun() {
		written = true;
		half = true;
	}

	synchronized void committed() {
		half = false;
	}

	synchronized void closed() {
		open--;
	}

	synchronized boolean isOpen() {
		return open > 0;
	}

	synchronized boolean isWritten() {
		return written;
	}

	synchronized boolean isHalfWritten() {
		return half;
	}
}
