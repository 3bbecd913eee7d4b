package dev.benchtop.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.benchtop.testing.Needs;

/** A serial cable of two pseudo-terminals, as socat(1) makes it: its ends are links, which stand for names below /dev/serial/by-id. */
public final class Ptys implements AutoCloseable {

	private final Path host;
	private final Path board;
	private Process socat;

	/** A cable that is plugged in. */
	public Ptys(Path folder) throws IOException, InterruptedException {
		host = folder.resolve("ttyhost");
		board = folder.resolve("ttyboard");
		plug();
	}

	/** The end that Benchtop opens. */
	public Path host() {
		return host;
	}

	/** The end of the board. */
	public Path board() {
		return board;
	}

	public void plug() throws IOException, InterruptedException {
		Needs.programs("socat");
		socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + board, "pty,raw,echo=0,link=" + host).inheritIO().start();
		while (!Files.exists(host) || !Files.exists(board)) {
			if (!socat.isAlive()) {
				throw new IOException("socat ended with " + socat.exitValue());
			}
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	/** Both ends are gone when it returns. */
	public void unplug() throws InterruptedException, IOException {
		socat.destroyForcibly().waitFor();
		Files.deleteIfExists(host);
		Files.deleteIfExists(board);
	}

	/** What the board says. */
	public OutputStream speaking() throws IOException {
		return Files.newOutputStream(board);
	}

	/** What the board hears. */
	public InputStream hearing() throws IOException {
		return Files.newInputStream(board);
	}

	/** How the host's end is set, as stty(1) tells it. */
	public String settings() throws IOException {
		final var stty = new ProcessBuilder("stty", "-a", "-F", host.toString()).redirectErrorStream(true).start();
		try (var output = stty.getInputStream()) {
			return ' ' + new String(output.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("[;\\s]+", " ") + ' ';
		}
	}

	@Override
	public void close() throws InterruptedException, IOException {
		unplug();
	}
}
