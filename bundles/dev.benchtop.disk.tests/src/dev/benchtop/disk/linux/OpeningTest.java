package dev.benchtop.disk.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.disk.Disk.Mount;

class OpeningTest {

	@TempDir
	private Path folder;

	/** Unmounts by a script. */
	private Opening opening(String script) throws IOException {
		final Path umount = Files.writeString(folder.resolve("umount"), "#!/bin/sh\n" + script + '\n');
		assertTrue(umount.toFile().setExecutable(true));
		return new Opening(new DiskService("unix:path=" + folder.resolve("nobody")), umount.toString());
	}

	@Test
	void whoCancelsDoesNotWaitForAnUnmount() throws Exception {
		final Path begun = folder.resolve("begun");
		assertEquals(0, new ProcessBuilder("mkfifo", begun.toString()).start().waitFor());
		final Opening opening = opening("echo begun > " + begun + "; exec sleep 3600");
		final var token = new CancelToken();
		final var unmounting = new FutureTask<>(() -> {
			opening.unmount(new Mount("sdz1", folder), token);
			return null;
		});
		Thread.ofPlatform().start(unmounting);
		assertEquals("begun\n", Files.readString(begun));
		token.cancel();
		final var ended = assertThrows(ExecutionException.class, unmounting::get);
		assertTrue(ended.getCause() instanceof BenchException failure && failure.isCancelled(), ended::toString);
	}

	@Test
	void whyItCannotBeUnmountedIsSaidInTheWordsOfTheProgram() throws Exception {
		final Opening opening = opening("echo target is busy >&2; exit 32");
		final var refusal = assertThrows(BenchException.class, () -> opening.unmount(new Mount("sdz1", folder), CancelToken.none()));
		assertEquals(folder + " cannot be unmounted", refusal.what());
		assertEquals("target is busy", refusal.why().orElseThrow());
	}
}
