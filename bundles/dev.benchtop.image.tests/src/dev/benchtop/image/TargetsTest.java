package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Needs;

class TargetsTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();
	private final Recorder recorder = new Recorder();

	private List<String> names() throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aDeviceIsNotReplacedByAFile() {
		final var refusal = assertThrows(BenchException.class, () -> new FileTarget(Path.of("/dev/null")).open());
		assertEquals("/dev/null is a device or pipe, and would be replaced by a file", refusal.getMessage());
	}

	@Test
	void aStagedFileIsThereWholeOrNotAtAll() throws Exception {
		final Path file = Files.writeString(folder.resolve("disk"), "old");
		try (var session = new FileTarget(file).open()) {
			session.write(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), 0);
			session.sync();
			assertEquals("old", Files.readString(file));
			assertEquals(2, names().size());
		}
		assertEquals("old", Files.readString(file));
		assertEquals(List.of("disk"), names());
		try (var session = new FileTarget(file).open()) {
			session.write(ByteBuffer.wrap(new byte[] { 1, 2, 3 }), 0);
			session.sync();
			session.commit(3);
		}
		assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
		assertEquals(List.of("disk"), names());
	}

	@Test
	void writesAtAnyPlaceReadBackAsWritten() throws Exception {
		final var random = new Random(7);
		final byte[] expected = new byte[3 * MIB + 77];
		final Path file = folder.resolve("disk");
		try (var session = new FileTarget(file).open()) {
			for (int i = 0; i < 60; i++) {
				final int at = random.nextInt(expected.length);
				final byte[] data = Tools.image(1 + random.nextInt(Math.min(300_000, expected.length - at)), i);
				System.arraycopy(data, 0, expected, at, data.length);
				final var buffer = i % 2 == 0 ? ByteBuffer.wrap(data) : ByteBuffer.allocateDirect(data.length).put(data).flip();
				session.write(buffer, at);
				assertFalse(buffer.hasRemaining());
			}
			session.write(ByteBuffer.wrap(new byte[] { 9 }), expected.length - 1);
			expected[expected.length - 1] = 9;
			session.sync();
			for (int i = 0; i < 100; i++) {
				final int at = i % 2 == 0 ? random.nextInt(expected.length) : random.nextInt(expected.length) / 4096 * 4096;
				final var buffer = ByteBuffer.allocate(1 + random.nextInt(MIB));
				final int count = session.read(buffer, at);
				assertEquals(Math.min(buffer.capacity(), expected.length - at), count);
				assertEquals(count, buffer.position());
				assertArrayEquals(Arrays.copyOfRange(expected, at, at + count), Arrays.copyOf(buffer.array(), count));
			}
			assertEquals(-1, session.read(ByteBuffer.allocate(10), expected.length));
			session.commit(expected.length);
		}
		assertArrayEquals(expected, Files.readAllBytes(file));
	}

	@Test
	void zerosBecomeHoles() throws Exception {
		final byte[] image = new byte[20 * MIB];
		image[5 * MIB] = 1;
		final Path source = Files.write(folder.resolve("image"), image);
		final Path file = folder.resolve("disk");
		final FlashReport report = imaging.copy(new FlashRequest(source, "image", "", true, Optional.empty()), new FileTarget(file), "disk", recorder);
		assertEquals(Outcome.VERIFIED, report.outcome());
		assertEquals(image.length, report.bytes());
		assertArrayEquals(image, Files.readAllBytes(file));
		final long blocks = Long.parseLong(Tools.run("stat", "-c", "%b", file.toString()).strip()) * 512;
		assertTrue(blocks < MIB, blocks + " bytes are allocated");
	}

	@Test
	void partsOfDeadProcessesAreRemoved() throws Exception {
		final Path file = folder.resolve("disk");
		final Process dead = new ProcessBuilder("true").start();
		dead.waitFor();
		Files.writeString(folder.resolve(".disk." + dead.pid() + "-12345-1.part"), "left");
		Files.writeString(folder.resolve(".disk." + ProcessHandle.current().pid() + "-12345-1.part"), "of another process with this number");
		Files.writeString(folder.resolve(".disk.notes.part"), "the user's");
		Files.writeString(folder.resolve(".other." + dead.pid() + "-12345-1.part"), "of another target");
		try (var first = new FileTarget(file).open(); var second = new FileTarget(file).open()) {
			assertEquals(4, names().size());
			first.write(ByteBuffer.wrap(new byte[] { 1 }), 0);
			second.write(ByteBuffer.wrap(new byte[] { 2 }), 0);
			second.commit(1);
			first.commit(1);
		}
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(file));
		assertEquals(List.of(".disk.notes.part", ".other." + dead.pid() + "-12345-1.part", "disk"), names());
	}

	@Test
	void aLinkStaysALink() throws Exception {
		final Path real = Files.writeString(folder.resolve("real"), "old");
		final Path link = Files.createSymbolicLink(folder.resolve("link"), real);
		try (var session = new FileTarget(link).open()) {
			session.write(ByteBuffer.wrap("new".getBytes()), 0);
			session.commit(3);
		}
		assertTrue(Files.isSymbolicLink(link));
		assertEquals("new", Files.readString(real));
	}

	@Test
	void whatCannotBeWrittenIsSaid() {
		final var missing = assertThrows(BenchException.class, () -> new FileTarget(folder.resolve("no/disk")).open());
		assertTrue(missing.getMessage().contains("no/disk cannot be written"), missing::getMessage);
		assertThrows(BenchException.class, () -> new FileTarget(folder).open());
	}

	@Test
	void aFullDiskIsSaidInTheSystemsWords() throws Exception {
		final Path full = Path.of("/dev/full");
		Needs.that(Files.exists(full), full.toString());
		try (var file = DirectFile.open(full)) {
			final var refused = assertThrows(IOException.class, () -> file.write(ByteBuffer.allocate(10_000), 0));
			assertTrue(refused.getMessage().contains("No space left on device"), refused::getMessage);
		}
	}

	@Test
	void aDumpGivesTheSameBytes() throws Exception {
		final byte[] content = Tools.image(9 * MIB + 5, 4);
		final Path device = Files.write(folder.resolve("device"), content);
		final Path file = folder.resolve("dump.img");
		final FlashReport whole = imaging.dump(FileChannel.open(device), content.length, new DumpRequest("", file), "device", recorder);
		assertEquals(Outcome.VERIFIED, whole.outcome(), () -> whole.failure().toString());
		assertEquals(CopyFixture.sha256(content, 0, content.length), whole.sha256().orElseThrow());
		assertArrayEquals(content, Files.readAllBytes(file));
		final FlashReport part = imaging.dump(FileChannel.open(device), MIB + 1, new DumpRequest("", file), "device", recorder);
		assertEquals(MIB + 1, part.bytes());
		assertArrayEquals(Arrays.copyOf(content, MIB + 1), Files.readAllBytes(file));
		final FlashReport tooLong = imaging.dump(FileChannel.open(device), 10L * MIB, new DumpRequest("", file), "device", recorder);
		assertEquals(Outcome.UNCHANGED, tooLong.outcome());
		assertEquals(MIB + 1, Files.size(file));
	}

	@Test
	void aCancelledDumpLeavesNothing() throws Exception {
		final var hanging = new FaultyTarget(16 * MIB, false);
		hanging.hangIn = "read";
		final Path file = folder.resolve("dump.img");
		Thread.ofVirtual().start(() -> {
			try {
				hanging.hanging.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			recorder.token.cancel();
		});
		final FlashReport report = imaging.dump(hanging, 16 * MIB, new DumpRequest("", file), "disk", recorder);
		assertTrue(report.failure().orElseThrow().isCancelled());
		assertEquals(List.of(), names());
		assertEquals(1, hanging.closes);
	}
}
