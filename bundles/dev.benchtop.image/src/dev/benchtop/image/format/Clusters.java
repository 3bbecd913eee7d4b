package dev.benchtop.image.format;

import java.io.Closeable;
import java.io.IOException;

/** A disk image in pieces of one size, each of which lies anywhere in its file. */
interface Clusters extends Closeable {

	/** How long the disk is, in bytes. */
	long size();

	/** The size of a piece, in bytes. */
	int cluster();

	/** Reads a whole piece; what nothing is said of is zeros. */
	void read(long index, byte[] to) throws IOException;

	/** Gives back what it opened itself. */
	@Override
	default void close() throws IOException {
	}
}
