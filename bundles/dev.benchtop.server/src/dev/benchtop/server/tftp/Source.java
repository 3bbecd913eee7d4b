package dev.benchtop.server.tftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What is sent, as it goes over the wire. */
interface Source extends Closeable {

	/** Reads from a position until the buffer is full or the end is reached. */
	void read(ByteBuffer target, long position) throws IOException;
}
