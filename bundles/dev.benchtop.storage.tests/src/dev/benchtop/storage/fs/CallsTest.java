package dev.benchtop.storage.fs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

class CallsTest {

	private static final int MANY = 100_000;

	private final ScriptedBackend backend = new ScriptedBackend();
	private final StorageFileSystem files = StorageFileSystem.open("store", backend, false);
	private final Path file = files.getPath("file");

	@AfterEach
	void close() {
		files.close();
	}

	@Test
	void whatBrokeIsTriedAgain() throws Exception {
		backend.failures.addAll(List.of(Kind.BROKEN, Kind.BROKEN));
		assertEquals(0, Files.size(file));
		assertEquals(3, backend.calls("stat").size());
	}

	@Test
	void whatFailedForGoodIsNot() {
		backend.failures.add(Kind.FAILED);
		final var error = assertThrows(FileSystemException.class, () -> Files.size(file));
		assertEquals("store:/file: cannot be looked at: as scripted", error.getMessage());
		assertEquals(1, backend.calls("stat").size());
	}

	@Test
	void aDeletionWhoseAnswerWasLostIsDone() throws Exception {
		backend.failures.addAll(List.of(Kind.BROKEN, Kind.MISSING));
		Files.delete(file);
		assertEquals(2, backend.calls("delete").size());
	}

	@Test
	void aRenameIsTriedOnce() throws IOException {
		backend.content = new byte[0];
		final Path target = files.getPath("target");
		assertThrows(IOException.class, () -> {
			backend.failures.addAll(List.of(Kind.BROKEN));
			files.calls().rename("file", target.toString());
		});
		assertEquals(1, backend.calls("rename").size());
	}

	@Test
	void aListingIsStreamed() throws Exception {
		backend.entries = IntStream.range(0, MANY).mapToObj(i -> Entry.file("d/f" + i, i, Optional.empty())).toList();
		final List<Path> found = new ArrayList<>(MANY);
		try (var listing = Files.newDirectoryStream(files.getPath("d"))) {
			for (final Path path : listing) {
				found.add(path);
				assertEquals(found.size() - 1, Files.size(path));
				assertTrue(backend.told <= found.size() + 1024, backend.told + " after " + found.size());
			}
		}
		assertEquals(MANY, found.size());
		assertEquals(List.of(), backend.calls("stat"));
		assertEquals(backend.content.length, Files.size(found.getFirst()));
	}

	@Test
	void aListingThatIsClosedEndsInTheStorageToo() throws Exception {
		backend.entries = IntStream.range(0, MANY).mapToObj(i -> Entry.file("d/f" + i, i, Optional.empty())).toList();
		final var listing = files.scan(files.getPath("/d"));
		final var paths = listing.iterator();
		assertEquals("/d/f0", paths.next().toString());
		listing.close();
		assertFalse(paths.hasNext());
		assertTrue(backend.told <= 1026, String.valueOf(backend.told));
		assertEquals(List.of(), backend.calls("end of listing"));
	}

	@Test
	void whatAServerNamesOutsideOfTheFolderIsLeftOut() throws Exception {
		backend.entries = List.of("d/..", "d/../x", "e/f", "d", "d//x", "d/.", "d/./y", "d/good", "d/good/..", "")
				.stream().map(key -> Entry.file(key, 1, Optional.empty())).toList();
		try (var listing = files.scan(files.getPath("/d"))) {
			final List<String> found = new ArrayList<>();
			listing.forEach(path -> found.add(path.toString()));
			assertEquals(List.of("/d/good"), found);
		}
	}

	@Test
	void aListingThatCannotBeginIsTriedAgainAndThenAnError() throws Exception {
		backend.entries = List.of(Entry.folder("d/a"));
		backend.failures.addAll(List.of(Kind.BROKEN, Kind.BROKEN));
		try (var listing = Files.newDirectoryStream(files.getPath("d"))) {
			final var paths = listing.iterator();
			assertEquals("/d/a", paths.next().toString());
			assertFalse(paths.hasNext());
		}
		backend.failures.add(Kind.DENIED);
		assertThrows(AccessDeniedException.class, () -> Files.newDirectoryStream(files.getPath("d")).close());
	}

	@Test
	void aListingThatBreaksOffIsAnError() throws Exception {
		backend.entries = List.of(Entry.folder("d/a"));
		backend.listingBreaks = true;
		try (var listing = Files.newDirectoryStream(files.getPath("d"))) {
			final var paths = listing.iterator();
			assertEquals("/d/a", paths.next().toString());
			final var error = assertThrows(DirectoryIteratorException.class, paths::hasNext);
			assertEquals("store:/d: cannot be listed: as scripted", error.getCause().getMessage());
		}
		assertEquals(1, backend.calls("list").size());
	}

	@Test
	void nothingWorksOnceItIsClosed() throws Exception {
		files.close();
		files.close();
		assertFalse(files.isOpen());
		assertEquals(1, backend.calls("close").size());
		assertThrows(ClosedFileSystemException.class, () -> Files.size(file));
		assertThrows(ClosedFileSystemException.class, () -> Files.newDirectoryStream(file));
		assertThrows(ClosedFileSystemException.class, () -> Files.newOutputStream(file));
	}
}
