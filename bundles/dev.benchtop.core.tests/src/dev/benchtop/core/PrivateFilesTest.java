package dev.benchtop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFilesTest {

	@TempDir
	Path shared;

	@Test
	void aFolderOfOurOwnIsMadeAndFoundAgain() throws Exception {
		final Path folder = shared.resolve("ours");
		assertEquals(folder, PrivateFiles.ownFolder(folder));
		assertEquals(folder, PrivateFiles.ownFolder(folder));
		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
		try (var files = Files.list(folder)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	void aFolderThatIsOpenToOthersIsRefused() throws Exception {
		final Path folder = Files.createDirectory(shared.resolve("open"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		assertRefused(folder);
	}

	@Test
	void aLinkIsRefused() throws Exception {
		final Path real = PrivateFiles.folder(shared.resolve("real"));
		assertRefused(Files.createSymbolicLink(shared.resolve("link"), real));
	}

	private static void assertRefused(Path folder) {
		final var refusal = assertThrows(IOException.class, () -> PrivateFiles.ownFolder(folder));
		assertTrue(refusal.getMessage().startsWith(folder + " is a link, belongs to another user, or is open to others"), refusal.getMessage());
	}
}
