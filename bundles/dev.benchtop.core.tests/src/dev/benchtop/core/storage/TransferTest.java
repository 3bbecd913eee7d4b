package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;

class TransferTest extends TransferFixture {

	@Test
	void aLocalFileIsCopiedWithItsTimeAndItsRightToRun() throws Exception {
		final byte[] content = bytes(BIG + 17);
		final Path file = file("a", content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
		final var time = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
		Files.setLastModifiedTime(file, time);
		final var report = run(at("a"), at("sub/b"), TransferOptions.COPY);
		assertTrue(report.success(), report.failures()::toString);
		assertEquals(content.length, report.bytes());
		assertArrayEquals(content, Files.readAllBytes(local.resolve("sub/b")));
		assertEquals(time, Files.getLastModifiedTime(local.resolve("sub/b")));
		assertTrue(Files.isExecutable(local.resolve("sub/b")));
		assertEquals(List.of("b"), names(local.resolve("sub")));
		assertTotalWasTrue();
	}

	@Test
	void aFileGoesToAStorageAndBackVerified() throws Exception {
		final byte[] content = bytes(BIG);
		file("a", content);
		assertTrue(run(at("a"), storage.at("x/a"), TransferOptions.COPY.verified(true)).success());
		assertArrayEquals(content, Files.readAllBytes(storage.folder().resolve("x/a")));
		assertTrue(run(storage.at("x/a"), at("back"), TransferOptions.COPY.verified(true)).success());
		assertArrayEquals(content, Files.readAllBytes(local.resolve("back")));
		assertTotalWasTrue();
	}

	@Test
	void anEmptyFileIsAFileToo() throws Exception {
		file("a", new byte[0]);
		assertTrue(run(at("a"), storage.at("a"), TransferOptions.COPY.verified(true)).success());
		assertTrue(run(storage.at("a"), at("b"), TransferOptions.COPY).success());
		assertEquals(0, Files.size(local.resolve("b")));
	}

	@Test
	void whatIsThereStaysUnlessTheUserSaysOtherwise() throws Exception {
		file("a", bytes(10));
		file("b", bytes(20));
		final var report = run(at("a"), at("b"), TransferOptions.COPY);
		assertEquals("exists already", report.failures().getFirst().reason().what().substring("The file ".length()));
		assertEquals(at("b").text(), report.failures().getFirst().place());
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.SKIP)).skipped());
		assertEquals(20, Files.size(local.resolve("b")));
		assertTrue(run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.REPLACE)).success());
		assertEquals(10, Files.size(local.resolve("b")));
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.CHANGED)).skipped());
		file("a", bytes(11));
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.CHANGED)).files());
		assertEquals(11, Files.size(local.resolve("b")));
	}

	@Test
	void aReplacedFileKeepsItsPermissionsAndALinkStaysALink() throws Exception {
		file("a", bytes(10));
		final Path target = file("b", bytes(20));
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
		Files.createSymbolicLink(local.resolve("link"), target);
		assertTrue(run(at("a"), at("link"), TransferOptions.COPY.existing(Existing.REPLACE)).success());
		assertTrue(Files.isSymbolicLink(local.resolve("link")));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
		assertEquals(10, Files.size(target));
	}

	@Test
	void aTreeIsCopiedWithEmptyFoldersAndOddNames() throws Exception {
		final var content = Map.of("x/a", bytes(10), "x/deep/er/b", bytes(2 << 20), "x/ä %40?#", bytes(3), "x/deep/c", bytes(0));
		for (final var entry : content.entrySet()) {
			file(entry.getKey(), entry.getValue());
		}
		Files.createDirectories(local.resolve("x/empty/er"));
		final var up = run(at("x"), storage.at("t"), TransferOptions.COPY);
		assertTrue(up.success(), up.failures()::toString);
		assertEquals(4, up.files());
		assertTotalWasTrue();
		final var down = run(storage.at("t"), at("y"), TransferOptions.COPY);
		assertTrue(down.success(), down.failures()::toString);
		for (final var entry : content.entrySet()) {
			assertArrayEquals(entry.getValue(), Files.readAllBytes(local.resolve("y" + entry.getKey().substring(1))), entry.getKey());
		}
		assertTrue(Files.isDirectory(local.resolve("y/empty/er")));
	}

	@Test
	void oneFileThatFailsDoesNotStopTheOthers() throws Exception {
		for (int i = 0; i < 20; i++) {
			stored("t/" + i, bytes(100 + i));
		}
		storage.faults().onRead = (path, _) -> {
			if (path.equals("/t/7")) {
				throw new IOException("medium error");
			}
		};
		final var report = run(storage.at("t"), at("t"), TransferOptions.COPY);
		assertFalse(report.success());
		assertEquals(19, report.files());
		assertEquals("fake:/t/7", report.failures().getFirst().place());
		assertEquals("medium error", report.failures().getFirst().reason().why().orElseThrow());
		assertEquals(19, names(local.resolve("t")).size());
	}

	@Test
	void oneStorageCopiesByItself() throws Exception {
		stored("t/a", bytes(100));
		assertTrue(run(storage.at("t"), storage.at("u"), TransferOptions.COPY).success());
		assertEquals(List.of("copy /t/a /u/a"), storage.faults().calls);
		assertEquals(100, Files.size(storage.folder().resolve("u/a")));
	}

	@Test
	void aMoveInOneFileSystemIsARename() throws Exception {
		stored("t/a", bytes(100));
		assertTrue(run(storage.at("t"), storage.at("u"), TransferOptions.MOVE).success());
		assertEquals(List.of("move /t /u"), storage.faults().calls);
		file("x/a", bytes(10));
		assertTrue(run(at("x"), at("y"), TransferOptions.MOVE).success());
		assertEquals(List.of("y"), names(local));
	}

	@Test
	void aMoveToAnotherFileSystemTakesTheSourceAwayWhenItIsThere() throws Exception {
		file("x/a", bytes(10));
		file("x/b/c", bytes(20));
		assertTrue(run(at("x"), storage.at("x"), TransferOptions.MOVE).success());
		assertEquals(List.of(), names(local));
		assertEquals(20, Files.size(storage.folder().resolve("x/b/c")));
	}

	@Test
	void whatCouldNotBeMovedStays() throws Exception {
		file("x/a", bytes(10));
		file("x/b", bytes(20));
		stored("x/b", bytes(5));
		final var report = run(at("x"), storage.at("x"), TransferOptions.MOVE);
		assertEquals(1, report.failures().size());
		assertEquals(List.of("b"), names(local.resolve("x")));
		assertEquals(1, run(at("x"), storage.at("x"), TransferOptions.MOVE.existing(Existing.SKIP)).skipped());
		assertEquals(List.of("b"), names(local.resolve("x")));
	}

	@Test
	void whatMakesNoSenseIsRefused() throws Exception {
		file("x/a", bytes(10));
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> run(at("x"), at("x/y"), TransferOptions.COPY)).kind());
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> run(at("x/a"), at("x/a"), TransferOptions.COPY)).kind());
		final var missing = assertThrows(BenchException.class, () -> run(storage.at("none"), at("x"), TransferOptions.COPY));
		assertEquals("fake:/none: It cannot be read: it does not exist", missing.getMessage());
		assertEquals("A folder of that name is there", run(at("x/a"), Location.of(local), TransferOptions.COPY).failures().getFirst().reason().what());
		assertTrue(run(at("x/a"), Location.of(Path.of("/dev/null")), TransferOptions.COPY.existing(Existing.REPLACE)).failures().getFirst().reason().what()
				.contains("no regular file"));
	}

	@Test
	void aStorageThatTakesNoFilesSaysSo() throws Exception {
		file("a", bytes(10));
		storage.faults().readOnly = true;
		assertEquals("this storage takes no files", run(at("a"), storage.at("a"), TransferOptions.COPY).failures().getFirst().reason().why().orElseThrow());
	}

	@Test
	void anyOtherFileSystemIsWrittenBesideTheName() throws Exception {
		file("a", bytes(3 << 20));
		try (var zip = FileSystems.newFileSystem(home.resolve("z.zip"), Map.of("create", "true"))) {
			final var there = new Location("z:/d/a", zip.getPath("/d/a"), java.util.Optional.empty());
			assertTrue(run(at("a"), there, TransferOptions.COPY.verified(true)).success());
			assertEquals(List.of("a"), names(zip.getPath("/d")));
			assertTrue(Arrays.equals(bytes(3 << 20), Files.readAllBytes(zip.getPath("/d/a"))));
		}
	}
}
