package dev.benchtop.core.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.JavaProcess;

class BoardLocksTest {

	@TempDir
	Path folder;

	private Path state() {
		return folder.resolve("virtual-x86");
	}

	private JavaProcess other(String... more) throws Exception {
		final var arguments = new java.util.ArrayList<>(java.util.List.of("-Dbenchtop.command=benchtop flash", state().toString()));
		arguments.addAll(java.util.List.of(more));
		final var process = new JavaProcess(LockHolder.class, arguments.toArray(String[]::new));
		assertEquals("ready", process.line());
		return process;
	}

	@Test
	void whatIsGivenBackIsFree() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		locks.acquire("flash", "flash root").close();
		try (var hold = locks.acquire("flash", "flash root")) {
			assertTrue(hold.valid());
			assertEquals(Optional.empty(), locks.heldBy("flash"));
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state().resolve("locks/flash.json"))));
			assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(state().resolve("locks"))));
		}
		assertFalse(Files.exists(state().resolve("locks/flash.json")));
	}

	@Test
	void partsDoNotDisturbEachOther() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		try (var flash = locks.acquire("flash", "flash root"); var console = locks.acquire("console:machine.console", "console")) {
			assertTrue(flash.valid());
			assertTrue(console.valid());
		}
	}

	@Test
	void heldInThisProcessIsRefusedWithItsOwnWords() throws Exception {
		try (var _ = BoardLocks.of(state()).acquire("flash", "flash root")) {
			final var error = assertThrows(BenchException.class, () -> BoardLocks.of(state()).acquire("flash", "flash esp"));
			assertTrue(error.what().startsWith("flash is in use here already, for flash root, since "), error.what());
		}
	}

	@Test
	void anotherProcessIsNamed() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		try (var other = other()) {
			other.say("acquire flash flash root");
			assertEquals("held", other.line());
			final var error = assertThrows(BenchException.class, () -> locks.acquire("flash", "flash root"));
			assertTrue(error.what().startsWith("flash is in use by benchtop flash (process " + other.pid() + "), for flash root, since "), error.what());
			assertEquals(Optional.of("virtual-x86"), error.where());
			assertTrue(error.next().orElseThrow().contains("--take-over"));
			final var holder = locks.heldBy("flash").orElseThrow();
			assertEquals("benchtop flash", holder.command());
			assertEquals(other.pid(), holder.pid());
		}
	}

	@Test
	void whatADeadProcessHeldIsFree() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		try (var other = other()) {
			other.say("acquire flash flash root");
			assertEquals("held", other.line());
			other.kill();
		}
		assertEquals(Optional.empty(), locks.heldBy("flash"));
		locks.acquire("flash", "flash root").close();
	}

	@Test
	void aProcessWithTheIdOfADeadOneHoldsNothing() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		locks.acquire("flash", "flash root");
		final Path file = state().resolve("locks/flash.json");
		Files.writeString(file, Files.readString(file).replaceFirst("\"started\":\"[^\"]*\"", "\"started\":\"before\""));
		locks.acquire("flash", "flash root").close();
	}

	@Test
	void damagedFilesHoldNothing() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		Files.createDirectories(state().resolve("locks"));
		for (final String damage : new String[] { "", "{", "[]", "{\"pid\":1}", "\u0000" }) {
			Files.writeString(state().resolve("locks/flash.json"), damage);
			locks.acquire("flash", "flash root").close();
		}
	}

	@Test
	void whoIsTakenOverHearsOfIt() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		try (var other = other(); var hold = locks.acquire("console:machine.console", "console")) {
			final var lost = new CountDownLatch(1);
			hold.onLost(lost::countDown);
			other.say("takeOver console:machine.console flash root");
			assertEquals("held", other.line());
			assertTrue(lost.await(1, TimeUnit.MINUTES));
			assertFalse(hold.valid());
			hold.close();
			assertEquals(other.pid(), locks.heldBy("console:machine.console").orElseThrow().pid());

			locks.takeOver("console:machine.console", "console").close();
			assertEquals("lost", other.line());
			assertEquals(Optional.empty(), locks.heldBy("console:machine.console"));
		}
	}

	@Test
	void whoFailsAsHeHearsOfItKeepsItFromNobody() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		final var lost = new CountDownLatch(2);
		for (final String part : new String[] {"flash", "power"}) {
			final var hold = locks.acquire(part, "test");
			hold.onLost(() -> {
				throw new IllegalStateException("thrown by a test");
			});
			hold.onLost(lost::countDown);
			BoardLocks.of(state()).takeOver(part, "test").close();
			while (lost.getCount() > (part.equals("flash") ? 1 : 0)) {
				Thread.sleep(5);
			}
		}
	}

	@Test
	void onLostAfterTheLossRunsAtOnce() throws Exception {
		final BoardLock locks = BoardLocks.of(state());
		final var first = locks.acquire("power", "on");
		try (var second = locks.takeOver("power", "off")) {
			assertFalse(first.valid());
			final var ran = new CountDownLatch(1);
			first.onLost(ran::countDown);
			assertEquals(0, ran.getCount());
			first.close();
			assertTrue(second.valid());
		}
	}

	@Test
	void noTwoProcessesAreInsideAtOnce() throws Exception {
		final Path counter = folder.resolve("counter");
		Files.writeString(counter, "0");
		try (var one = other(counter.toString()); var two = other(counter.toString()); var three = other(counter.toString())) {
			for (final var process : new JavaProcess[] { one, two, three }) {
				process.say("race flash 50");
			}
			for (final var process : new JavaProcess[] { one, two, three }) {
				assertEquals("done", process.line());
			}
		}
		assertEquals("150", Files.readString(counter));
	}
}
