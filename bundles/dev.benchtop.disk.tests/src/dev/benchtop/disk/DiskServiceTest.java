package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.disk.linux.Desktop;
import dev.benchtop.disk.linux.Desktop.User;
import dev.benchtop.testing.Needs;

class DiskServiceTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private Path home;
	private Path image;

	@BeforeEach
	void setUp() throws IOException {
		Needs.that(Files.exists(Path.of("/usr/lib/python3/dist-packages/dbusmock")) && Files.exists(Path.of("/usr/bin/dbus-daemon")),
				"python3-dbusmock or dbus-daemon");
		home = Files.createDirectory(folder.resolve("home"));
		final var content = new byte[5 * MIB + 77];
		new Random(1).nextBytes(content);
		image = Files.write(folder.resolve("image"), content);
	}

	@Test
	void aUserWithoutRightsFlashesByTheDiskThatTheServiceOpens() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB); var desktop = new Desktop(folder, disk.name(), User.ALLOWS)) {
			final var bench = new DiskBench(home, new Disks(desktop.disks()));
			final FlashReport report = bench.flash(disk.device(), DiskBench.request(image, ""));
			assertEquals(Optional.empty(), report.failure().map(Throwable::getMessage));
			assertEquals(Outcome.VERIFIED, report.outcome());
			assertArrayEquals(Files.readAllBytes(image), disk.content(0, 5 * MIB + 77));
			assertEquals(Outcome.VERIFIED, bench.dump(disk.device(), "", folder.resolve("copy")).outcome());
			assertEquals(-1, Files.mismatch(folder.resolve("disk"), folder.resolve("copy")));
		}
	}

	@Test
	void aUserWhoIsRefusedIsToldWhatToDo() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB); var desktop = new Desktop(folder, disk.name(), User.REFUSES)) {
			final var bench = new DiskBench(home, new Disks(desktop.disks()));
			final var request = DiskBench.request(image, "").with(bench.consent(disk.device(), ""));
			final BenchException refusal = assertThrows(BenchException.class,
					() -> bench.flashing.flash(bench.node(disk.device()), request, Progress.none()));
			assertTrue(refusal.why().orElseThrow().contains("Not authorized to perform operation"), refusal.getMessage());
			assertTrue(refusal.next().orElseThrow().contains("udisks2"), refusal.getMessage());
			assertArrayEquals(new byte[MIB], disk.content(0, MIB));
		}
	}

	@Test
	void whoCancelsDoesNotWaitForTheAnswerOfTheUser() throws Exception {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB); var desktop = new Desktop(folder, disk.name(), User.WAITS)) {
			final var token = new CancelToken();
			final var target = new Disks(desktop.disks()).target(disk.device(), token);
			final var opening = new FutureTask<>(target::open);
			Thread.ofPlatform().start(opening);
			desktop.awaitQuestion();
			token.cancel();
			final var ended = assertThrows(ExecutionException.class, opening::get);
			assertTrue(ended.getCause() instanceof BenchException failure && failure.isCancelled(), () -> ended.toString());
		}
	}

	@Test
	void withoutAServiceTheSentenceSaysSo() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB)) {
			final DiskSystem alone;
			try (var desktop = new Desktop(folder, disk.name(), User.ALLOWS)) {
				alone = desktop.disks();
			}
			final var target = new Disks(alone).target(disk.device(), CancelToken.none());
			final BenchException refusal = assertThrows(BenchException.class, target::open);
			assertTrue(refusal.getMessage().contains("UDisks2"), refusal.getMessage());
		}
	}
}
