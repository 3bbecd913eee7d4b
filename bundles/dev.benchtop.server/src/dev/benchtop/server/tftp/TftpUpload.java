package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** A file on its way in: nothing is to be seen under its name before it is complete. */
public interface TftpUpload {

	/** Where the bytes go; the server writes from one thread at a time and never closes it. */
	WritableByteChannel channel();

	/** Whether writes are quick enough to be made on the thread that serves all clients: those to a local disk. */
	default boolean local() {
		return false;
	}

	/** All bytes are there: the file takes its name. */
	void complete() throws IOException;

	/** The transfer failed: nothing stays. */
	void abandon() throws IOException;
}
