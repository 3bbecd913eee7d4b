package dev.benchtop.serial.modem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import dev.benchtop.testing.Needs;

/** A board at the other end of a pseudo-terminal that waits for a key, runs one command of lrzsz, and then says {@code finished STATUS}. */
final class ModemBoard implements AutoCloseable {

	private final Path port;
	private final Path folder;
	private final Process socat;

	/** {@code command} runs in the folder {@code board} below {@code home}. */
	ModemBoard(Path home, String command) throws IOException, InterruptedException {
		port = home.resolve("ttymodem");
		folder = Files.createDirectories(home.resolve("board"));
		final Path script = Files.writeString(home.resolve("command"), "cd " + folder + "\nhead -c 1 >key\n" + command + "\necho finished $?\nexec sleep 1000\n");
		Needs.programs("socat");
		socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + port, "exec:sh " + script + ",pty,raw,echo=0").redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
		while (!Files.exists(port)) {
			TimeUnit.MILLISECONDS.sleep(1);
		}
	}

	Path port() {
		return port;
	}

	/** Where its files are. */
	Path folder() {
		return folder;
	}

	@Override
	public void close() throws InterruptedException {
		socat.descendants().forEach(ProcessHandle::destroyForcibly);
		socat.destroyForcibly().waitFor();
	}
}
