package dev.benchtop.storage.fs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.capability.ExpectedSize;
import dev.benchtop.storage.backend.BackendException.Kind;

class UploadChannelTest {

	private static final int BIG = 100_000;

	private final ScriptedBackend backend = new ScriptedBackend();
	private final StorageFileSystem files = StorageFileSystem.open("store", backend, false);
	private final Path file = files.getPath("file");

	@Test
	void smallWritesGoInBigPieces() throws Exception {
		try (var output = Files.newOutputStream(file)) {
			for (int i = 0; i < 1000; i++) {
				output.write(i);
			}
		}
		assertEquals(1, backend.calls("upload").size());
		assertEquals(1000, backend.uploaded.length);
	}

	@Test
	void theSizeIsAnnounced() throws Exception {
		try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				new ExpectedSize(3))) {
			channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
		}
		assertEquals(List.of("write 3"), backend.calls("write"));
		assertArrayEquals(new byte[] {1, 2, 3}, backend.uploaded);
	}

	@Test
	void aFailedWriteIsNeverCommitted() throws Exception {
		final var output = Files.newOutputStream(file);
		backend.failures.add(Kind.DENIED);
		final var error = assertThrows(AccessDeniedException.class, () -> {
			while (true) {
				output.write(new byte[BIG]);
			}
		});
		assertEquals("store:/file: cannot be written: refused: as scripted", error.getMessage());
		output.close();
		assertEquals(List.of(), backend.calls("commit"));
		assertEquals(1, backend.calls("close upload").size());
	}

	@Test
	void whatAnErrorOfTheProcessCutsOffIsNeverCommitted() throws Exception {
		backend.error = new NoClassDefFoundError("as scripted");
		final var output = Files.newOutputStream(file);
		assertThrows(IOException.class, () -> {
			while (true) {
				output.write(new byte[BIG]);
			}
		});
		output.close();
		final var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
		assertThrows(NoClassDefFoundError.class, () -> channel.write(ByteBuffer.allocate(BIG)));
		channel.close();
		assertEquals(2, backend.calls("close upload").size());
		assertEquals(List.of(), backend.calls("commit"));
	}

	@Test
	void whatFailsAtTheEndIsToldByClosing() throws Exception {
		for (final int pieces : new int[] {1, 30}) {
			final var output = Files.newOutputStream(file);
			for (int i = 0; i < pieces; i++) {
				output.write(new byte[BIG]);
			}
			backend.failures.add(Kind.DENIED);
			assertThrows(IOException.class, () -> {
				output.write(1);
				output.close();
			});
			output.close();
			assertNull(backend.uploaded);
		}
	}

	@Test
	void aStreamOfAClosedStorageEndsWithoutAFile() throws Exception {
		final var output = Files.newOutputStream(file);
		files.close();
		assertThrows(ClosedFileSystemException.class, () -> output.write(new byte[BIG]));
		output.close();
		assertNull(backend.uploaded);
	}

	@Test
	void aBackendThatIsClosedEndsAStream() throws Exception {
		final var output = Files.newOutputStream(file);
		backend.failures.add(Kind.CLOSED);
		assertThrows(IOException.class, () -> {
			while (true) {
				output.write(new byte[BIG]);
			}
		});
		output.close();
		assertNull(backend.uploaded);
	}

	@Test
	void aLongStreamArrivesInOrder() throws Exception {
		final byte[] content = new byte[30 * BIG + 1];
		new Random(1).nextBytes(content);
		Files.write(file, content);
		assertArrayEquals(content, backend.uploaded);
	}

	@Test
	void aFailedCommitIsTold() throws Exception {
		final var output = Files.newOutputStream(file);
		output.write(new byte[BIG]);
		backend.failures.add(Kind.BROKEN);
		assertTrue(assertThrows(FileSystemException.class, output::close).getMessage().contains("as scripted"));
		assertNull(backend.uploaded);
		output.close();
	}

	@Test
	void closingWhileAnotherThreadWritesAbandons() throws Exception {
		backend.block = new CountDownLatch(1);
		final var channel = Files.newByteChannel(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
		final var writer = new CompletableFuture<Throwable>();
		Thread.ofPlatform().start(() -> writer.complete(assertThrows(Throwable.class, () -> {
			while (true) {
				channel.write(ByteBuffer.allocate(BIG));
			}
		})));
		assertTrue(backend.blocked.await(1, TimeUnit.MINUTES));
		channel.close();
		final Throwable end = writer.get(1, TimeUnit.MINUTES);
		assertTrue(end instanceof ClosedChannelException, end.toString());
		assertFalse(channel.isOpen());
		assertNull(backend.uploaded);
	}

	@Test
	void whatASequentialFileCannotDoIsRefused() {
		for (final var option : List.of(StandardOpenOption.APPEND, StandardOpenOption.DELETE_ON_CLOSE, StandardOpenOption.SYNC,
				StandardOpenOption.DSYNC, StandardOpenOption.READ)) {
			final Set<OpenOption> options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE, option);
			assertThrows(UnsupportedOperationException.class, () -> Files.newByteChannel(file, options), option.name());
		}
		assertThrows(UnsupportedOperationException.class, () -> Files.newByteChannel(file, StandardOpenOption.WRITE));
		assertThrows(UnsupportedOperationException.class, () -> Files.newByteChannel(file, new OpenOption() { }));
		assertThrows(UnsupportedOperationException.class, () -> FileChannel.open(file));
		assertThrows(IllegalArgumentException.class,
				() -> Files.newByteChannel(file, StandardOpenOption.APPEND, StandardOpenOption.TRUNCATE_EXISTING));
		assertThrows(IllegalArgumentException.class, () -> Files.newOutputStream(file, StandardOpenOption.READ));
		assertEquals(List.of(), backend.calls("write"));
	}
}
