package dev.benchtop.disk;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open disk, read and written past all caches. Positions and lengths are multiples of {@link #blockSize}, buffers direct and aligned. */
public interface DiskIo extends AutoCloseable {

	/** Bytes; what is read and written comes in multiples of it. */
	int blockSize();

	/** Its size in bytes. */
	long size();

	/** Tells the medium from any other that was ever at its place; 0 where the system does not count. */
	long sequence();

	/** Reads into {@code data}; returns the bytes read, -1 at the end. */
	int read(ByteBuffer data, long position) throws IOException;

	/** Writes some of {@code data}; returns how much. */
	int write(ByteBuffer data, long position) throws IOException;

	/** Makes a range zero without sending it; it reads as zeros afterwards. */
	void zero(long position, long length) throws IOException;

	/** Returns when everything written is on the medium. */
	void sync() throws IOException;

	/** Drops what the system has cached of it, has its partition table read again, and waits until the system has come to rest. */
	void settle() throws IOException;

	/** Gives it back; what still runs in other threads is left to end by itself. */
	@Override
	void close() throws IOException;
}
