package dev.benchtop.storage.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a part of a file ahead of whoever takes it, in order, and keeps a bounded amount. */
interface Ahead extends Closeable {

	/** Waits for the next bytes; null at the end of the part. */
	ByteBuffer next() throws IOException;

	/** Ends what blocks in {@link #next} at once. */
	@Override
	void close();
}
