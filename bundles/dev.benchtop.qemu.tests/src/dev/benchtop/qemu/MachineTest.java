package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power.State;
import dev.benchtop.testing.Needs;

/** The life of a machine, with real QEMU and no guest. */
@Timeout(180)
class MachineTest {

	private static final String WRAPPER = """
			#!/bin/sh
			case "$*" in *"-accel kvm"*) echo "qemu: error: failed to set MSR 0x10a to 0x69" >&2; exit 1;; esac
			exec %s "$@"
			""";

	/** In nanoseconds: QEMU has 20 s to answer, which nobody has to wait for who knows that it will not. */
	private static final double HALF_A_START = 10e9;

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-x86_64", "qemu-img");
	}

	@Test
	void goesOnAndOff() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			assertEquals(State.OFF, board.power().state());

			board.on();
			assertEquals(State.ON, board.power().state());
			final var state = board.awaitOn();
			assertTrue(state.detail().startsWith("QEMU with TCG (as the board's file says), process "), state.detail());

			board.context().forget();
			board.off();
			assertEquals(State.OFF, board.power().state());
			assertEquals(new NodeState(Level.OFF, "off", ""), board.awaitOff());
			assertEquals(List.of(), board.context().leftovers());
		}
	}

	@Test
	void onAndOffDoNothingWhereItIsSo() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.off();
			board.on();
			final var process = board.process();
			board.on();
			assertEquals(process, board.process());
		}
	}

	@Test
	void cycleStartsAnew() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			final var before = board.process();

			board.power().cycle(Duration.ofMillis(10), CancelToken.none());

			before.onExit().get(1, TimeUnit.MINUTES);
			assertEquals(State.ON, board.power().state());
		}
	}

	@Test
	void aWrongArgumentFailsAtOnceInQemusWords() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().args("-device", "flux-capacitor"))) {
			final long start = System.nanoTime();

			final var error = assertThrows(BenchException.class, board::on);

			assertTrue(System.nanoTime() - start < HALF_A_START, "waited for an answer that could not come");
			assertEquals("QEMU did not start", error.what());
			assertEquals("qemu-system-x86_64: -device flux-capacitor: 'flux-capacitor' is not a valid device model name", error.why().orElseThrow());
			assertEquals(State.OFF, board.power().state());
			assertEquals(List.of(), board.context().leftovers());
		}
	}

	@Test
	void kvmThatWasAskedForFailsInQemusWords() throws Exception {
		final String wrong = Host.system().arch() == Arch.X86_64 ? "aarch64" : "x86_64";
		Needs.programs("qemu-system-" + wrong);
		try (var board = new Virtual(folder, Configs.bare().arch(Arch.of(wrong).orElseThrow()).accel(Accel.KVM))) {
			final var error = assertThrows(BenchException.class, board::on);

			assertTrue(error.why().orElseThrow().contains("kvm"), error.getMessage());
			assertEquals("KVM does not work here: set accel to auto or tcg.", error.next().orElseThrow());
		}
	}

	@Test
	void kvmThatFailsAtStartIsReplacedByTcg() throws Exception {
		final var real = Host.system();
		final Path program = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("qemu-system-x86_64"),
				WRAPPER.formatted(real.program("qemu-system-x86_64").orElseThrow()));
		assertTrue(program.toFile().setExecutable(true));
		final var host = new Host(Arch.X86_64, "flags\t: vmx\n", Files.createFile(folder.resolve("kvm")),
				List.of(program.getParent(), real.program("qemu-img").orElseThrow().getParent()), real.firmware());
		try (var board = new Virtual(new VirtualContext(folder), Configs.bare().accel(Accel.AUTO), host)) {
			board.on();

			final var state = board.context().await("", Virtual.SOON, now -> now.level() == Level.WARNING);
			assertEquals("on", state.word());
			assertTrue(state.detail().startsWith("QEMU with TCG (KVM failed at start: qemu: error: failed to set MSR 0x10a to 0x69)"), state.detail());
			assertTrue(state.detail().endsWith("\nWarning: KVM is there and cannot be used, so the board is slow"), state.detail());
			assertEquals(state.detail(), board.context().await("power", Virtual.SOON, now -> now.level() == Level.ON).detail());
		}
	}

	@Test
	void namesThePackageWhereQemuIsMissing() throws Exception {
		final var host = new Host(Arch.X86_64, "", folder, List.of(), List.of());
		try (var board = new Virtual(new VirtualContext(folder), Configs.bare(), host)) {
			final var state = board.awaitOff();
			assertEquals(Level.ERROR, state.level());
			assertTrue(state.detail().contains("QEMU is not installed\nInstall the package qemu-system-x86: "), state.detail());

			final var error = assertThrows(BenchException.class, board::on);
			assertEquals("QEMU is not installed", error.what());
		}
	}

	@Test
	void seesAtOnceThatItWasKilled() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			double seconds = Double.MAX_VALUE;
			// the best of some: what disturbs one does not disturb them all
			for (int i = 0; i < 10 && seconds >= 1; i++) {
				board.context().forget();
				board.on();
				board.awaitOn();
				board.context().forget();
				final long start = System.nanoTime();

				board.process().destroyForcibly();

				final var state = board.awaitOff();
				seconds = (System.nanoTime() - start) / 1e9;
				assertEquals(Level.WARNING, state.level());
				assertEquals("QEMU ended without a word: it was killed", state.detail());
				assertEquals(State.OFF, board.power().state());
			}
			assertTrue(seconds < 1, seconds + " s");
			board.on();
			assertEquals(State.ON, board.power().state());
		}
	}

	@Test
	void wordsThatBecomeManyTakeNoRoom() throws Exception {
		final var run = new Run("run", folder.toString(), folder.toString(), "", "", List.of(), Map.of(), false, List.of());
		Files.writeString(run.words(), "x".repeat(2 << 20) + "the last");
		assertEquals(0, run.firstMark());

		final long mark = run.trimWords(run.firstMark());

		assertEquals((2 << 20) + 8, mark);
		assertEquals(0, Files.size(run.words()));
		try (var file = FileChannel.open(run.words(), StandardOpenOption.WRITE)) {
			file.write(ByteBuffer.wrap("more".getBytes(StandardCharsets.US_ASCII)), mark); // as QEMU does, which goes on where it was
		}
		assertEquals("more", run.said());
		assertEquals(mark, run.trimWords(mark));
		assertEquals(mark + 4, run.trimWords(run.firstMark()));
		assertEquals("more", run.said());
	}

	@Test
	void saysWhatEndedIt() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			board.awaitOn();
			board.context().forget();

			board.process().destroy();

			final var state = board.awaitOff();
			assertTrue(state.detail().contains("terminating on signal 15"), state.detail());
		}
	}

	@Test
	void twoThreadsStartOneMachine() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			final var other = CompletableFuture.runAsync(() -> onUnchecked(board));
			board.on();
			other.get(1, TimeUnit.MINUTES);

			final var process = board.process();
			assertEquals(1, ProcessHandle.allProcesses().filter(each -> each.pid() == process.pid()).count());
			assertEquals(State.ON, board.power().state());
		}
	}

	@Test
	void aStartThatIsCancelledLeavesNothing() throws Exception {
		final Path program = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("qemu-system-x86_64"),
				"#!/bin/sh\ntouch " + folder.resolve("started") + "\nexec sleep 60\n");
		assertTrue(program.toFile().setExecutable(true));
		final var host = new Host(Arch.X86_64, "", folder.resolve("kvm"),
				List.of(program.getParent(), Host.system().program("qemu-img").orElseThrow().getParent()), List.of());
		try (var board = new Virtual(new VirtualContext(folder), Configs.bare(), host)) {
			final var token = CancelToken.none();
			final var start = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> board.power().on(token)));
			while (!Files.exists(folder.resolve("started"))) {
				Thread.sleep(5);
			}
			final long cancelled = System.nanoTime();

			token.cancel();

			assertTrue(start.get(1, TimeUnit.MINUTES).isCancelled());
			assertTrue(System.nanoTime() - cancelled < HALF_A_START, "waited for an answer in spite of it");
			assertEquals(List.of(), board.context().leftovers());
			assertEquals(0, ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count());
		}
	}

	@Test
	void anotherProcessFindsItAndEndsIt() throws Exception {
		try (var context = new VirtualContext(folder)) {
			final var first = new Virtual(context, Configs.bare(), Host.system());
			first.on();
			final var process = first.process();
			first.abandon();
			assertTrue(process.isAlive());
			context.forget();

			final var second = new Virtual(context, Configs.bare(), Host.system());
			assertEquals(State.ON, second.power().state());
			second.awaitOn();
			second.off();
			second.awaitOff();
			second.abandon();
			process.onExit().get(1, TimeUnit.MINUTES);
			assertEquals(List.of(), context.leftovers());
		}
	}

	@Test
	void twoWatchersSeeTheSame() throws Exception {
		try (var context = new VirtualContext(folder); var other = new VirtualContext(folder)) {
			final var first = new Virtual(context, Configs.bare(), Host.system());
			final var second = new Virtual(other, Configs.bare(), Host.system());
			first.on();
			second.awaitOn();
			first.awaitOn();
			other.forget();
			context.forget();

			first.process().destroyForcibly();

			first.awaitOff();
			second.awaitOff();
			first.abandon();
			second.abandon();
		}
	}

	@Test
	void aProcessThatWasGivenTheSameIdIsNotTheMachine() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			final var run = Run.last(board.context().state().resolve("qemu/machine")).orElseThrow();
			board.off();

			Files.writeString(run.pidFile(), ProcessHandle.current().pid() + "\n");

			assertEquals(State.OFF, board.power().state());
			board.on();
			assertEquals(State.ON, board.power().state());
		}
	}

	@Test
	void theConfigurationOfADiskIsChecked() throws IOException {
		try (var context = new VirtualContext(folder)) {
			final var error = assertThrows(BenchException.class, () -> new Virtual(context, Configs.bare().disk("../x", "1G"), Host.system()));

			assertEquals(BenchException.Kind.USAGE, error.kind());
		}
	}

	private static void onUnchecked(Virtual board) {
		try {
			board.on();
		} catch (BenchException e) {
			throw new AssertionError(e);
		}
	}
}
