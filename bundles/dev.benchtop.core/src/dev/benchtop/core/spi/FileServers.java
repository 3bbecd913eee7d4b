package dev.benchtop.core.spi;

import java.nio.file.Path;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;

/** Makes file servers that belong to no board: something is served for a while. Contributed as a Declarative Services component. */
public interface FileServers {

	/**
	 * What to serve, and where.
	 *
	 * @param root a folder of any file system; null where single files are published only
	 * @param words what the root is called
	 * @param host {@code auto} for the address that other machines reach, else the one to listen on
	 * @param port 0 for the usual one of the protocol, or the next best that can be had
	 * @param writable whether clients may write
	 */
	record Plan(Path root, String words, String host, int port, boolean writable) {
	}

	/** {@code tftp}, {@code http}. */
	List<String> protocols();

	/** A server that does not run yet; stop it when it is not needed any more. */
	FileServer make(String protocol, Plan plan, FileServer.Listener listener) throws BenchException;
}
