package dev.benchtop.core.internal.bench;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatcherTest {

	@TempDir
	Path folder;

	@Test
	void whoFailsAsHeIsToldIsToldAgain() throws Exception {
		final var told = new Semaphore(0);
		try (var _ = new FolderWatcher(folder, () -> {
			told.release();
			throw new UncheckedIOException(new FileSystemException("thrown by a test"));
		})) {
			Files.writeString(folder.resolve("a.yaml"), "");
			told.acquire();
			Files.writeString(folder.resolve("b.yaml"), "");
			told.acquire();
		}
	}
}
