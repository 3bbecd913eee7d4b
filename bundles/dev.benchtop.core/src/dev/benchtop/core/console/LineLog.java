package dev.benchtop.core.console;

import java.io.IOException;

/** Where the bytes of a line are kept. Places are counted as in {@link LineBuffer}. */
interface LineLog extends AutoCloseable {

	/** Makes it ready for a new connection, while the line stands at {@code place}; returns what is known then. */
	Start begin(long place) throws IOException;

	/**
	 * How the log stands as a connection begins.
	 *
	 * @param readFrom the place of the first byte that is read next
	 * @param oldUntil what is below it was said before the connection
	 * @param skip how many bytes of the connection's input are known already
	 */
	record Start(long readFrom, long oldUntil, long skip) {
	}

	/** Keeps the bytes that came at {@code place}. */
	void append(long place, byte[] bytes, int length) throws IOException;

	/** Puts bytes in which a secret was masked in the place of those that a device keeps there. */
	void rewrite(long place, byte[] bytes, int length) throws IOException;

	/** Reads from {@code place} on; returns how many bytes, or -1 where they are kept no more. */
	int read(long place, byte[] into, int length) throws IOException;

	/** The place of the first byte that is kept. */
	long start();

	/** The place behind the last byte, where the log knows more than the line that reads it; else {@code place}. */
	long end(long place);

	@Override
	void close();
}
