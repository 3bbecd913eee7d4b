package dev.benchtop.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server program that listens on a port of this machine; closing it ends the program and all that it has started. */
public final class ServerProcess implements AutoCloseable {

	private static final int ATTEMPTS = 3;
	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

	private final Process process;
	private final int port;

	private ServerProcess(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/** Says how the program is started so that it listens on a port. */
	@FunctionalInterface
	public interface Command {
		List<String> on(int port) throws IOException;
	}

	/** Starts it on a free port and waits until it listens; tries again where somebody else was quicker to take the port. */
	public static ServerProcess start(Path log, Command command) throws IOException, InterruptedException {
		for (int attempt = 1;; attempt++) {
			try {
				return startAt(Ports.free(), log, command);
			} catch (final IOException e) {
				if (attempt == ATTEMPTS) {
					throw e;
				}
			}
		}
	}

	/** Starts it on a port and waits until it listens; what it says goes to a file, and is in the error where it does not. */
	public static ServerProcess startAt(int port, Path log, Command command) throws IOException, InterruptedException {
		final var builder = new ProcessBuilder(command.on(port)).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("RCLONE_CONFIG", log.resolveSibling("no-rclone.conf").toString());
		final var server = new ServerProcess(builder.start(), port);
		if (!server.listens()) {
			server.close();
			throw new IOException(builder.command() + " does not listen on port " + port + ":\n" + Files.readString(log));
		}
		return server;
	}

	public int port() {
		return port;
	}

	@Override
	public void close() {
		final var all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
		all.forEach(ProcessHandle::destroyForcibly);
		all.forEach(ended -> ended.onExit().completeOnTimeout(ended, 10, TimeUnit.SECONDS).join()); // one that nobody reaps is never gone
	}

	private boolean listens() throws InterruptedException {
		final var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
		final long end = System.nanoTime() + PATIENCE;
		while (process.isAlive() && System.nanoTime() < end) {
			try (var socket = new Socket()) {
				socket.connect(address, 1000);
				return process.isAlive();
			} catch (final IOException _) {
				process.waitFor(20, TimeUnit.MILLISECONDS);
			}
		}
		return false;
	}
}
