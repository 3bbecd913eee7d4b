package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** The system of a fake board: its shell is a real one, in a folder where a file stands for its disk. */
final class FakeSystem {

	private final Path folder;
	private final Faults faults;
	private BlockingQueue<byte[]> said;
	private Process shell;

	FakeSystem(Path folder, Faults faults) {
		this.folder = folder;
		this.faults = faults;
	}

	/** Starts its shell, which says what it has to say to a queue. */
	void start(BlockingQueue<byte[]> queue) {
		said = queue;
		try {
			final var builder = new ProcessBuilder("bash", "--norc", "--noprofile").redirectErrorStream(true).directory(folder.toFile());
			builder.environment().put("B", folder.toString());
			builder.environment().put("LC_ALL", "C");
			shell = builder.start();
			final var output = shell.getInputStream();
			Thread.ofPlatform().daemon().start(() -> pump(output, queue));
			try (InputStream shims = FakeSystem.class.getResourceAsStream("board.sh")) {
				shell.getOutputStream().write(shims.readAllBytes());
			}
			run("PS1='# '");
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Gives a line to the shell, with the faults that are due. */
	void run(String typed) {
		try {
			if (typed.startsWith("sh ")) {
				for (final Fault fault : List.of(Fault.DD_ERROR, Fault.NO_SPACE, Fault.WRONG_BYTES)) {
					if (faults.due(fault) && Files.readString(folder.resolve("bt-script")).contains("iflag=fullblock") && faults.comes(fault)) {
						Files.writeString(folder.resolve(fault.name()), "");
					}
				}
			}
			if (faults.due(Fault.NO_DISK)) {
				Files.writeString(folder.resolve("NO_DISK"), "");
			}
			final String safe = typed.replace("/tmp/bt", "$B/bt").replace("/proc/sys/vm/drop_caches", "/dev/null");
			final Path command = folder.resolve("line");
			Files.writeString(command, safe.replace("'$B/bt", "\"$B\"'/bt") + '\n', StandardCharsets.ISO_8859_1);
			shell.getOutputStream().write(". ./line </dev/null; printf '%s' \"$PS1\"\n".getBytes(StandardCharsets.ISO_8859_1));
			shell.getOutputStream().flush();
		} catch (IOException e) {
			said.add("the shell is gone\r\n".getBytes(StandardCharsets.ISO_8859_1));
		}
	}

	/** Ends what the shell is at. */
	void interrupt() {
		shell.descendants().forEach(ProcessHandle::destroyForcibly);
		run("true");
	}

	void end() {
		if (shell != null) {
			shell.descendants().forEach(ProcessHandle::destroyForcibly);
			shell.destroyForcibly();
			shell = null;
		}
	}

	private static void pump(InputStream output, BlockingQueue<byte[]> queue) {
		final byte[] buffer = new byte[4096];
		try {
			for (int count = output.read(buffer); count >= 0; count = output.read(buffer)) {
				queue.add(new String(buffer, 0, count, StandardCharsets.ISO_8859_1).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
			}
		} catch (IOException e) {
			return; // the shell was ended
		}
	}
}
