package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

class SavedLogTest {

	@TempDir
	private Path folder;

	@Test
	void bothFilesBecomeOne() throws Exception {
		final Path log = Files.writeString(folder.resolve("console.log"), "new\r\n");
		Files.writeString(folder.resolve("console.log.1"), "old\r\n");
		final Path to = folder.resolve("saved.log");
		SavedLog.copy(log, to, "", Progress.none());
		assertEquals("old\r\nnew\r\n", Files.readString(to));
	}

	@Test
	void theLogIsNotSavedOverItself() throws Exception {
		final Path log = Files.writeString(folder.resolve("console.log"), "said\r\n");
		assertThrows(BenchException.class, () -> SavedLog.copy(log, log, "", Progress.none()));
		assertEquals("said\r\n", Files.readString(log));
	}
}
