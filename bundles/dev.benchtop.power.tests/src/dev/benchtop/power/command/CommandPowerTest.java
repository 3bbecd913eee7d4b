package dev.benchtop.power.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.power.PowerBench;

/** Power by command lines. */
class CommandPowerTest {

	@TempDir
	Path home;

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new CommandPowerFactory());
	}

	@Test
	void switchesAndAsks() throws Exception {
		try (var bench = bench("{power_on: echo on > relay, power_off: echo off > relay, power_state: cat relay}")) {
			final var power = bench.power();
			power.on(CancelToken.none());
			assertEquals("on\n", Files.readString(bench.folder().resolve("relay")));
			assertEquals(Power.State.ON, power.state());
			power.off(CancelToken.none());
			assertEquals(Power.State.OFF, power.state());
			assertEquals(NodeState.Level.OFF, bench.node().state().level());
		}
	}

	@Test
	void withoutAStateTheLastCommandCounts() throws Exception {
		try (var bench = bench("{power_on: \"true\", power_off: \"true\"}")) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			bench.power().on(CancelToken.none());
			assertEquals(Power.State.ON, bench.power().state());
			assertEquals("true; it cannot be asked, this is how it was switched last", bench.node().state().detail());
		}
	}

	@Test
	void runsInItsFolderWithItsEnvironment() throws Exception {
		final Path folder = Files.createDirectory(home.resolve("elsewhere"));
		try (var bench = bench("{power_on: 'echo $OUTLET > it', power_off: \"true\", folder: %s, environment: {OUTLET: seven}}".formatted(folder))) {
			bench.power().on(CancelToken.none());
			assertEquals("seven\n", Files.readString(folder.resolve("it")));
		}
	}

	@Test
	void readings() throws Exception {
		try (var bench = bench("{power_on: x, power_off: x, power_read: echo 5.1V 0.5A}")) {
			assertEquals(Optional.of(new Readings(5.1, 0.5, 2.55)), bench.power().readings(CancelToken.none()));
		}
		try (var bench = bench("{power_on: x, power_off: x, power_read: 'echo ''{\"voltage\": 12, \"power\": 30}'''}")) {
			assertEquals(Optional.of(new Readings(12, Double.NaN, 30)), bench.power().readings(CancelToken.none()));
		}
		try (var bench = bench("{power_on: x, power_off: x, power_read: echo much}")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().readings(CancelToken.none()));
			assertTrue(error.why().orElseThrow().startsWith("\"echo …\" printed \"much\", which are no readings"), error.getMessage());
		}
	}

	@Test
	void theCommandsOwnWordsAreInTheError() throws Exception {
		try (var bench = bench("{power_on: 'echo no such outlet >&2; exit 3', power_off: \"true\"}")) {
			assertEquals("board/power: Power could not be switched on: \"echo …\" ended with status 3: no such outlet",
					assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage());
			assertEquals("no answer", bench.node().state().word());
		}
	}

	@Test
	void anOddStateIsTold() throws Exception {
		try (var bench = bench("{power_on: x, power_off: x, power_state: echo perhaps}")) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			assertEquals("\"echo …\" printed \"perhaps\", which is neither on nor off\nIt should print \"on\" or \"off\" on a line of its own.",
					bench.node().state().detail());
		}
	}

	@Test
	void argumentsAreNowhereToBeSeen() throws Exception {
		try (var bench = bench("{power_on: 'curl-of-ours -u admin:hidden', power_off: 'echo $TOKEN; exit 1', power_state: \"echo 'hidden hidden'\", environment: {TOKEN: hidden}}")) {
			final var missing = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertTrue(missing.why().orElseThrow().startsWith("\"curl-of-ours …\" could not be started"), missing.getMessage());
			assertFalse(missing.getMessage().contains("hidden"), missing.getMessage());
			final var failed = assertThrows(BenchException.class, () -> bench.power().off(CancelToken.none()));
			assertTrue(failed.getMessage().endsWith("ended with status 1: ••••"), failed.getMessage());
		}
		try (var bench = bench("{power_on: 'true --password hidden', power_off: \"true\"}")) {
			bench.power().on(CancelToken.none());
			assertEquals("true …; it cannot be asked, this is how it was switched last", bench.node().state().detail());
		}
	}

	/** Whoever closes the board or takes back the question waits for no command of it. */
	@Test
	void aReadingThatIsCancelledEndsItsCommand() throws Exception {
		try (var bench = bench("{power_on: x, power_off: x, power_read: 'echo $$ > child.tmp; mv child.tmp child; exec sleep 1000', timeout: 1h}")) {
			final var token = new CancelToken();
			final var failure = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().readings(token)), Thread.ofVirtual()::start);
			final long id = child(bench.folder());
			token.cancel();
			assertTrue(failure.get().isCancelled());
			awaitEnd(id);
		}
	}

	/** While a command takes its time, others who wait for the same switch can go. */
	@Test
	void waitingForAnotherCommandCanBeCancelled() throws Exception {
		try (var bench = bench("{power_on: 'echo $$ > child.tmp; mv child.tmp child; exec sleep 1000', power_off: \"true\", power_read: echo 5 1, timeout: 1h}")) {
			final var switching = new CancelToken();
			final var switched = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().on(switching)), Thread.ofVirtual()::start);
			final long id = child(bench.folder());
			final var waiting = new CancelToken();
			final var read = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().readings(waiting)), Thread.ofVirtual()::start);
			final var off = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().off(waiting)), Thread.ofVirtual()::start);
			waiting.cancel();
			assertTrue(read.get().isCancelled());
			assertTrue(off.get().isCancelled());
			assertFalse(switched.isDone());
			switching.cancel();
			assertTrue(switched.get().isCancelled());
			awaitEnd(id);
		}
	}

	@Test
	void closingTheBenchEndsAQuestion() throws Exception {
		final CompletableFuture<Power.State> answer;
		final long id;
		try (var bench = bench("{power_on: x, power_off: x, power_state: 'echo $$ > child.tmp; mv child.tmp child; exec sleep 1000', timeout: 1h}")) {
			final var power = bench.power();
			answer = CompletableFuture.supplyAsync(power::state, Thread.ofVirtual()::start);
			id = child(bench.folder());
		}
		assertEquals(Power.State.UNKNOWN, answer.get());
		awaitEnd(id);
	}

	private static long child(Path folder) throws Exception {
		final Path file = folder.resolve("child");
		while (Files.notExists(file)) {
			Thread.sleep(5);
		}
		return Long.parseLong(Files.readString(file).strip());
	}

	private static void awaitEnd(long id) throws Exception {
		while (alive(id)) {
			Thread.sleep(5);
		}
	}

	@Test
	void aCommandThatHangsIsStopped() throws Exception {
		try (var bench = bench("{power_on: echo half way; sleep 1000, power_off: \"true\", timeout: 3s}")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("\"echo …\" did not end within 3.0 s and was stopped: half way", error.why().orElseThrow());
		}
	}

	/** The child has lost its parent: only its process group still knows it. */
	@Test
	void cancelEndsTheWholeProcessGroup() throws Exception {
		try (var bench = bench("{power_on: '(sleep 1000 & echo $! > child.tmp); mv child.tmp child; sleep 1000', power_off: \"true\", timeout: 1h}")) {
			final var token = new CancelToken();
			final var failure = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().on(token)), Thread.ofVirtual()::start);
			final long id = child(bench.folder());
			assertTrue(alive(id));
			token.cancel();
			assertTrue(failure.get().isCancelled());
			awaitEnd(id);
		}
	}

	/** A process that is dead may stand in the table until somebody asks for its status. */
	private static boolean alive(long id) throws IOException {
		try {
			final String status = Files.readString(Path.of("/proc", Long.toString(id), "stat"));
			return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
		} catch (NoSuchFileException _) {
			return false;
		} catch (IOException e) {
			if (Files.notExists(Path.of("/proc", Long.toString(id)))) {
				return false;
			}
			throw e;
		}
	}
}
