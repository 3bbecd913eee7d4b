package dev.benchtop.storage.fs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.Backend.Reading;
import dev.benchtop.testing.Beats;

class ReadChannelTest {

	private static final int KIB = 1024;

	private final ScriptedBackend backend = new ScriptedBackend();
	private final StorageFileSystem files = StorageFileSystem.open("store", backend, false);
	private final Path file = files.getPath("a/file");

	@BeforeEach
	void fill() {
		backend.content = new byte[5 * 1024 * KIB + 3];
		new Random(1).nextBytes(backend.content);
	}

	@AfterEach
	void close() {
		if (backend.block != null) {
			backend.block.countDown();
		}
		files.close();
	}

	private void ranged(boolean ranged) {
		backend.reading = ranged ? new Reading(300 * KIB, 3) : Reading.STREAM;
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void goesOnWhereTheConnectionBroke(boolean ranged) throws Exception {
		ranged(ranged);
		backend.breakAfter = (ranged ? 200 : 1000) * KIB;
		assertArrayEquals(backend.content, Files.readAllBytes(file));
		assertTrue(backend.calls("read").size() > 5, backend.calls.toString());
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void anErrorOfTheProcessIsToldToWhoeverReads(boolean ranged) {
		ranged(ranged);
		backend.error = new NoClassDefFoundError("as scripted");
		assertTrue(assertThrows(FileSystemException.class, () -> Files.readAllBytes(file)).getMessage().contains("as scripted"));
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void givesUpAConnectionThatBringsNothing(boolean ranged) {
		ranged(ranged);
		backend.breakAfter = 0;
		final var error = assertThrows(FileSystemException.class, () -> Files.readAllBytes(file));
		assertTrue(error.getMessage().startsWith("store:/a/file: cannot be read: ") && error.getMessage().endsWith(": Connection reset"),
				error.getMessage());
		assertTrue(backend.calls("read").size() <= Retry.TRIES * (ranged ? 3 : 1), backend.calls.toString());
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void anotherVersionIsAnError(boolean tagged) throws Exception {
		backend.etag = tagged ? backend.etag : Optional.empty();
		backend.breakAfter = 4 * 1024 * KIB;
		try (var channel = Files.newByteChannel(file)) {
			channel.read(ByteBuffer.allocate(100));
			backend.etag = backend.etag.map(tag -> "\"2\"");
			backend.modified = backend.modified.plusSeconds(1);
			final var error = assertThrows(FileSystemException.class, () -> {
				while (channel.read(ByteBuffer.allocate(100 * KIB)) >= 0) {
					// goes on
				}
			});
			assertTrue(error.getMessage().contains("it has changed meanwhile"), error.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"stream", "stream open", "ranges", "ranges open"})
	void closingEndsAReadThatBlocks(String way) throws Exception {
		ranged(way.startsWith("ranges"));
		backend.block = new CountDownLatch(1);
		backend.blockOpen = way.endsWith("open");
		final SeekableByteChannel channel = Files.newByteChannel(file);
		final var reader = new CompletableFuture<Throwable>();
		Thread.ofPlatform().start(() -> reader.complete(assertThrows(Throwable.class, () -> channel.read(ByteBuffer.allocate(1)))));
		assertTrue(backend.blocked.await(1, TimeUnit.MINUTES));
		final var limit = Beats.of(Duration.ofSeconds(1));
		channel.close();
		assertEquals(AsynchronousCloseException.class, reader.get(1, TimeUnit.MINUTES).getClass());
		assertFalse(limit.isDone());
	}

	@Test
	void keepsABoundedAmountAhead() throws Exception {
		ranged(true);
		try (var channel = Files.newByteChannel(file)) {
			final ByteBuffer buffer = ByteBuffer.allocate(100 * KIB);
			while (channel.read(buffer) >= 0 && channel.position() < 2 * 1024 * KIB) {
				buffer.clear();
			}
			final long asked = backend.calls("read").stream().map(words -> words.substring(5).split("\\+"))
					.mapToLong(range -> Long.parseLong(range[0]) + Long.parseLong(range[1])).max().orElseThrow();
			assertTrue(asked <= channel.position() + 4 * 300 * KIB, asked + " at " + channel.position());
		}
		assertTrue(backend.mostStreams.get() <= 3, backend.mostStreams.toString());
	}

	@Test
	void aJumpAsksForALittle() throws Exception {
		ranged(true);
		try (var channel = Files.newByteChannel(file)) {
			for (final long position : new long[] {0, 4_000_000, 1_000_000}) {
				final ByteBuffer buffer = ByteBuffer.allocate(512);
				channel.position(position).read(buffer);
				assertArrayEquals(Arrays.copyOfRange(backend.content, (int) position, (int) position + 512), buffer.array());
			}
		}
		assertEquals(List.of("read 0+262144", "read 4000000+262144", "read 1000000+262144"), backend.calls("read"));
	}
}
