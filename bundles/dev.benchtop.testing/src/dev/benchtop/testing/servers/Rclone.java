package dev.benchtop.testing.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.ServerProcess;

/** {@code rclone serve}: a folder over WebDAV, HTTP, SFTP or FTP. */
public final class Rclone implements AutoCloseable {

	/** What it speaks. */
	public enum Protocol {
		WEBDAV, HTTP, SFTP, FTP
	}

	private final ServerProcess server;
	private final Protocol protocol;

	private Rclone(ServerProcess server, Protocol protocol) {
		this.server = server;
		this.protocol = protocol;
	}

	/**
	 * Serves a folder, which is made where it is missing. What the server says goes to a file beside the folder.
	 *
	 * @param options further options, such as {@code --user}, {@code --pass}, {@code --read-only}, {@code --key}
	 */
	public static Rclone serve(Protocol protocol, Path folder, String... options) throws IOException, InterruptedException {
		Files.createDirectories(folder);
		return new Rclone(ServerProcess.start(log(protocol, folder), command(protocol, folder, options)), protocol);
	}

	/** Serves a folder on a port that was free a moment ago: that of a server which has ended. */
	public static Rclone serveAt(int port, Protocol protocol, Path folder, String... options) throws IOException, InterruptedException {
		return new Rclone(ServerProcess.startAt(port, log(protocol, folder), command(protocol, folder, options)), protocol);
	}

	private static Path log(Protocol protocol, Path folder) {
		return folder.resolveSibling("rclone-" + word(protocol) + ".log");
	}

	private static ServerProcess.Command command(Protocol protocol, Path folder, String... options) {
		final String program = Needs.program("rclone").toString();
		return port -> {
			final var command = new ArrayList<>(List.of(program, "serve", word(protocol), folder.toString(), "--addr", "127.0.0.1:" + port));
			command.addAll(List.of("--dir-cache-time", "0s", "--poll-interval", "0"));
			command.addAll(List.of(options));
			return command;
		};
	}

	public int port() {
		return server.port();
	}

	/** {@code http://127.0.0.1:PORT/} and the like. */
	public String url() {
		return (protocol == Protocol.WEBDAV ? "http" : word(protocol)) + "://127.0.0.1:" + port() + '/';
	}

	private static String word(Protocol protocol) {
		return protocol.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public void close() {
		server.close();
	}
}
