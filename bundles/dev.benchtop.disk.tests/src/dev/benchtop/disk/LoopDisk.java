package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.benchtop.testing.Needs;

/** A file that the kernel makes a disk of; wants root. */
final class LoopDisk implements AutoCloseable {

	private static final int FIRST_OWN = 300;
	private static final int OWN = 4000;

	private final Path file;
	private final Path device;

	private LoopDisk(Path file, Path device) {
		this.file = file;
		this.device = device;
	}

	/** A disk over a new file of this size. */
	static LoopDisk of(Path file, long bytes) throws IOException {
		prepare(file, bytes);
		return new LoopDisk(file, Path.of(run("losetup", "--find", "--show", file.toString())));
	}

	/** As the other one, by a number that nobody takes in between while its file is exchanged. */
	static LoopDisk alone(Path file, long bytes) throws IOException {
		prepare(file, bytes);
		final int number = FIRST_OWN + (int) (ProcessHandle.current().pid() % OWN);
		final Path device = Path.of("/dev/loop" + number);
		if (!Files.exists(device)) {
			run("mknod", device.toString(), "b", "7", Integer.toString(number));
		}
		run("losetup", device.toString(), file.toString());
		return new LoopDisk(file, device);
	}

	private static void prepare(Path file, long bytes) throws IOException {
		Needs.loopDevices();
		try (var content = new RandomAccessFile(file.toFile(), "rw")) {
			content.setLength(bytes);
		}
	}

	/** Takes its file away and puts another one of the same size in its place. */
	void exchange(Path other) throws IOException {
		run("losetup", "--detach", device.toString());
		try (var content = new RandomAccessFile(other.toFile(), "rw")) {
			content.setLength(Files.size(file));
		}
		run("losetup", device.toString(), other.toString());
	}

	Path device() {
		return device;
	}

	String name() {
		return device.getFileName().toString();
	}

	/** What is on it, from its file. */
	byte[] content(long position, int length) throws IOException {
		try (var content = new RandomAccessFile(file.toFile(), "r")) {
			final var bytes = new byte[length];
			content.seek(position);
			content.readFully(bytes);
			return bytes;
		}
	}

	void fill(byte value) throws IOException {
		final var bytes = new byte[1 << 20];
		Arrays.fill(bytes, value);
		try (var content = new RandomAccessFile(device.toFile(), "rw")) {
			for (long left = Files.size(file); left > 0; left -= bytes.length) {
				content.write(bytes, 0, (int) Math.min(left, bytes.length));
			}
			content.getFD().sync();
		}
	}

	/** Runs a program that has to succeed; returns what it says. */
	static String run(String... command) throws IOException {
		final Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
		process.getOutputStream().close();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		try {
			assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
		return said;
	}

	@Override
	public void close() throws IOException {
		run("losetup", "--detach", device.toString());
	}
}
