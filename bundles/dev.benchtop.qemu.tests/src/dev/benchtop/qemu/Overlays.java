package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.DumpRequest;

/** What the disks of a board that is off hold, each of 1 MiB, seen and changed behind its back. */
final class Overlays {

	private static final Duration TIME = Duration.ofSeconds(60);
	private static final int SIZE = 1 << 20;

	private Overlays() {
	}

	/** The file into which a disk is written. */
	static Path of(Virtual board, String disk) throws Exception {
		final Path disks = folder(board, disk);
		return disks.resolve(Content.read(disks).orElseThrow().overlay());
	}

	private static Path folder(Virtual board, String disk) {
		return board.context().state().resolve("qemu/machine/disks").resolve(disk);
	}

	/** Makes a snapshot in a file, as one whose process was killed leaves it. */
	static void snapshot(String name, Path overlay) throws Exception {
		run("qemu-img", "snapshot", "-c", name, overlay.toString());
	}

	/** Fills the first block of a disk. */
	static void write(Virtual board, String disk, int value) throws Exception {
		if (Content.read(folder(board, disk)).isEmpty()) {
			dump(board, disk);
		}
		run("qemu-io", "-f", "qcow2", "-c", "write -P " + value + " 0 512", of(board, disk).toString());
	}

	private static void run(String... command) throws Exception {
		final var result = Program.run(List.of(command), TIME, CancelToken.none());
		assertEquals(0, result.status(), result.words());
	}

	/** The whole disk as the board dumps it. */
	static byte[] dump(Virtual board, String disk) throws Exception {
		final Path file = Files.createTempDirectory(board.context().folder(), "dump").resolve("disk");
		assertTrue(board.flasher().dump(new DumpRequest(disk, file), Progress.none()).succeeded());
		final byte[] bytes = Files.readAllBytes(file);
		assertEquals(SIZE, bytes.length);
		return bytes;
	}
}
