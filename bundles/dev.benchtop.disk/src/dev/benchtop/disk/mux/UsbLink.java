package dev.benchtop.disk.mux;

import java.io.IOException;

/** A USB device that is open, for its one user: the seam to the library that does the transfers. */
public interface UsbLink extends AutoCloseable {

	/**
	 * A vendor's control request (USB 2.0, 9.3).
	 *
	 * @param toInterface whether it is for an interface, else for the device
	 */
	record Request(boolean toInterface, int request, int value, int index) {
	}

	/** Claims the first interface of this kind; returns its number. */
	int claim(int classCode, int subclass, int protocol) throws IOException;

	void out(Request request, byte[] data) throws IOException;

	/** Reads at most {@code length} bytes. */
	byte[] in(Request request, int length) throws IOException;

	@Override
	void close() throws IOException;
}
