package dev.benchtop.storage.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
		final String program = Tools.program("rclone").toString();
		Files.createDirectories(folder);
		final Path log = folder.resolveSibling("rclone-" + word(protocol) + ".log");
		return new Rclone(ServerProcess.start(log, port -> {
			final var command = new ArrayList<>(List.of(program, "serve", word(protocol), folder.toString(), "--addr", "127.0.0.1:" + port));
			command.addAll(List.of("--dir-cache-time", "0s", "--poll-interval", "0"));
			command.addAll(List.of(options));
			return command;
		}), protocol);
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
