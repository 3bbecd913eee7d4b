package dev.benchtop.storage.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.capability.Abandonable;
import dev.benchtop.core.capability.ExpectedSize;

/** What every storage has to do with the content of files. */
abstract class ContentContract extends StorageFixture {

	@Test
	void readsWhatIsThere() throws Exception {
		put("folder/hello.txt", text("hello"));
		final Path file = root.resolve("folder/hello.txt");
		assertEquals("hello", Files.readString(file));
		assertEquals("5d41402abc4b2a76b9719d911017c592", hash("MD5", Files.readAllBytes(file)));
		assertEquals("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824", hash("SHA-256", Files.readAllBytes(file)));
		put("empty", new byte[0]);
		assertEquals(0, Files.readAllBytes(root.resolve("empty")).length);
	}

	@Test
	void writesAndReplaces() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path file = root.resolve("one/two/file.bin");
		for (final int size : new int[] {0, 1, 300_000, 7}) {
			final byte[] content = noise(size);
			Files.write(file, content);
			assertArrayEquals(content, Files.readAllBytes(file));
			assertEquals(size, Files.size(file));
		}
		assertThrows(FileAlreadyExistsException.class, () -> Files.write(file, new byte[9], StandardOpenOption.CREATE_NEW));
		assertEquals(7, Files.size(file));
		final Path missing = root.resolve("one/none");
		assertThrows(NoSuchFileException.class, () -> Files.write(missing, new byte[9], StandardOpenOption.TRUNCATE_EXISTING));
		assertFalse(Files.exists(missing));
	}

	@Test
	void copiesFromAndToThisMachine() throws Exception {
		final byte[] content = noise(3 * MIB + 17);
		final Path source = Files.write(local.resolve("source"), content);
		if (canWrite()) {
			Files.copy(source, root.resolve("copied.bin"));
		} else {
			put("copied.bin", content);
		}
		final Path back = local.resolve("back");
		Files.copy(root.resolve("copied.bin"), back);
		assertEquals(-1, Files.mismatch(source, back));
	}

	@Test
	void seeks() throws Exception {
		final byte[] content = noise(5 * MIB / 2);
		put("seek.bin", content);
		final Path file = root.resolve("seek.bin");
		try (var channel = Files.newByteChannel(file)) {
			assertEquals(content.length, channel.size());
			channel.position(content.length - 3L);
			assertEquals(content.length - 3L, channel.position());
			assertArrayEquals(Arrays.copyOfRange(content, content.length - 3, content.length), rest(channel));
			assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
			for (final int position : new int[] {0, 1_000_000, 1_000_100, 999_000, 2_000_000, 5, content.length - 1}) {
				final int length = Math.min(70_000, content.length - position);
				assertArrayEquals(Arrays.copyOfRange(content, position, position + length), exactly(channel.position(position), length));
				assertEquals(position + length, channel.position());
			}
			assertEquals(-1, channel.position(content.length + 10L).read(ByteBuffer.allocate(1)));
			assertThrows(IllegalArgumentException.class, () -> channel.position(-1));
		}
		try (var input = Files.newInputStream(file)) {
			assertEquals(1_500_000, input.skip(1_500_000));
			assertEquals(content[1_500_000] & 0xff, input.read());
		}
	}

	@Test
	void readingChannelsHaveTheStatesOfNio() throws Exception {
		put("file", text("hello"));
		final SeekableByteChannel channel = Files.newByteChannel(root.resolve("file"), StandardOpenOption.READ);
		assertTrue(channel.isOpen());
		assertEquals(0, channel.position());
		assertThrows(NonWritableChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
		assertThrows(NonWritableChannelException.class, () -> channel.truncate(1));
		channel.close();
		channel.close();
		assertFalse(channel.isOpen());
		assertThrows(ClosedChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
		assertThrows(ClosedChannelException.class, channel::position);
		assertThrows(ClosedChannelException.class, () -> channel.position(0));
		assertThrows(ClosedChannelException.class, channel::size);
	}

	@Test
	void writingChannelsHaveTheStatesOfNio() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path file = root.resolve("file");
		final SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
		assertTrue(channel.isOpen());
		assertThrows(NonReadableChannelException.class, () -> channel.read(ByteBuffer.allocate(1)));
		assertEquals(5, channel.write(ByteBuffer.wrap(text("hello"))));
		assertEquals(5, channel.position());
		assertEquals(5, channel.position(5).position());
		assertThrows(UnsupportedOperationException.class, () -> channel.position(2));
		assertThrows(UnsupportedOperationException.class, () -> channel.truncate(2));
		channel.close();
		channel.close();
		assertFalse(channel.isOpen());
		assertThrows(ClosedChannelException.class, () -> channel.write(ByteBuffer.allocate(1)));
		assertEquals("hello", Files.readString(file));
	}

	@Test
	void abandonedAndBrokenUploadsLeaveNothing() throws Exception {
		if (!canWrite()) {
			return;
		}
		final Path kept = root.resolve("d/kept");
		Files.write(kept, text("old"));
		for (final Path file : List.of(kept, root.resolve("d/new"))) {
			try (var output = Files.newOutputStream(file)) {
				output.write(noise(MIB));
				((Abandonable) output).abandon();
				assertThrows(ClosedChannelException.class, () -> output.write(noise(MIB)));
			}
			final var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE,
					StandardOpenOption.TRUNCATE_EXISTING, new ExpectedSize(2 * MIB)));
			channel.write(ByteBuffer.wrap(noise(MIB)));
			assertThrows(FileSystemException.class, channel::close);
			channel.close();
		}
		assertEquals("old", Files.readString(kept));
		assertFalse(Files.exists(root.resolve("d/new")));
		if (canList()) {
			assertEquals(Set.of("/d/kept"), names(root.resolve("d")));
		}
		assertEquals(Set.of("d", "d/kept"), storage.created());
	}

	@Test
	void bigFiles() throws Exception {
		final int count = bigSize() / MIB;
		final byte[] block = noise(MIB);
		final Path file = root.resolve("big.img");
		if (canWrite()) {
			try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
				for (int i = 0; i < count; i++) {
					channel.write(numbered(block, i));
				}
			}
		} else {
			final ByteBuffer all = ByteBuffer.allocate(bigSize());
			for (int i = 0; i < count; i++) {
				all.put(numbered(block, i));
			}
			put("big.img", all.array());
		}
		assertEquals(bigSize(), Files.size(file));
		try (var channel = Files.newByteChannel(file)) {
			for (int i = 0; i < count; i++) {
				assertArrayEquals(numbered(block, i).array(), exactly(channel, MIB), "block " + i);
			}
			assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
		}
	}
}
