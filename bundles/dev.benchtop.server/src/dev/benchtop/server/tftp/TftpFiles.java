package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the names of requests mean. Both methods may block: they are called on threads of a pool, several at once.
 * Names are clean: relative, with {@code /} between folders, without {@code ..}, control characters or names of Windows devices.
 */
public interface TftpFiles {

	/** The file to send under a name, in any file system; throws {@link TftpRefusal} to choose what the client is told. */
	Path find(String name) throws IOException;

	/**
	 * Where to write a file that a client sends; only called when it wants to write.
	 *
	 * @param size what the client says that it is going to send, -1 where it does not say
	 */
	default TftpUpload create(String name, long size) throws IOException {
		throw new TftpRefusal(TftpError.ACCESS_VIOLATION, "Read only"); //$NON-NLS-1$
	}
}
