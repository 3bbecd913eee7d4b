package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.capability.Power.State;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.qemu.HostForward.Protocol;
import dev.benchtop.testing.Needs;

/** What a virtual board has beside power, console and disks, with real QEMU and no guest. */
@Timeout(180)
class BoardTest {

	private static final Duration TIME = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-x86_64", "qemu-img");
	}

	@Test
	void standsStillAndGoesOn() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			board.awaitOn();

			board.verb("power", "pause", Map.of());
			assertEquals(Level.WARNING, board.context().await("", TIME, state -> state.word().equals("paused")).level());
			assertEquals(State.ON, board.power().state());
			board.context().forget();

			board.verb("power", "resume", Map.of());
			board.awaitOn();
			board.verb("power", "reset-board", Map.of());
			board.verb("power", "nmi", Map.of());
			assertEquals(State.ON, board.power().state());
			board.verb("power", "cut", Map.of());
			assertEquals(State.OFF, board.power().state());
		}
	}

	@Test
	void whoSwitchesOffTellsSoThoughAnotherHearsOfIt() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			final var context = new VirtualContext(folder, board.context().runtime());
			final var other = new Virtual(context, Configs.bare(), Host.system());
			context.forget();

			other.off();

			assertEquals("", context.await("", TIME, state -> state.word().equals("off")).detail());
			other.abandon();
		}
	}

	@Test
	void aMachineThatStandsStillIsFoundSo() throws Exception {
		try (var context = new VirtualContext(folder)) {
			final var first = new Virtual(context, Configs.bare(), Host.system());
			first.on();
			first.verb("power", "pause", Map.of());
			first.abandon();
			context.forget();

			final var second = new Virtual(context, Configs.bare(), Host.system());
			context.await("", TIME, state -> state.word().equals("paused"));
			second.off();
			second.abandon();
		}
	}

	@Test
	void portsLeadToTheBoardWhileItIsOn() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().forward("ssh", new HostForward(Protocol.TCP, "127.0.0.1", 0, 22)).gdb(0))) {
			final var port = board.node("ssh").capability(NetworkPort.class).orElseThrow();
			final var gdb = board.node("gdb").capability(NetworkPort.class).orElseThrow();
			assertEquals(Optional.of("ssh"), port.protocol());
			assertEquals("virtual is off\nSwitch it on first.", assertThrows(BenchException.class, port::address).getMessage());

			board.on();

			try (var forwarded = new Socket(port.address().getAddress(), port.address().getPort());
					var stub = new Socket(gdb.address().getAddress(), gdb.address().getPort())) {
				assertTrue(forwarded.isConnected());
				stub.getOutputStream().write("$qSupported#37".getBytes(StandardCharsets.US_ASCII));
				int said = stub.getInputStream().read();
				while (said != '+') {
					assertTrue(said >= 0, "the stub ended");
					said = stub.getInputStream().read();
				}
			}
			final int stub = gdb.address().getPort();
			assertEquals("target remote 127.0.0.1:" + stub, board.context().await("gdb", TIME, state -> state.word().equals(Integer.toString(stub))).detail());
			assertTrue(board.awaitOn().detail().contains("Ports: ssh 127.0.0.1:" + port.address().getPort() + ", gdb 127.0.0.1:" + stub), board.awaitOn().detail());
			final int first = port.address().getPort();
			board.power().cycle(Duration.ZERO, CancelToken.none());
			assertEquals(first, port.address().getPort());
		}
	}

	@Test
	void theScreenSpeaksRfb() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().display())) {
			final var display = board.node("display").capability(Display.class).orElseThrow();
			assertThrows(BenchException.class, display::open);
			board.on();

			try (var channel = display.open()) {
				final var greeting = ByteBuffer.allocate(12);
				while (greeting.hasRemaining() && channel.read(greeting) >= 0) {
					continue;
				}
				assertEquals("RFB 003.008\n", new String(greeting.array(), StandardCharsets.US_ASCII));
			}
			assertEquals(Level.ON, board.context().await("display", TIME, state -> state.level() == Level.ON).level());
		}
	}

	@Test
	void theMonitorAnswers() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().serials("modem"))) {
			board.on();
			final var monitor = board.node("monitor").capability(Console.class).orElseThrow();
			monitor.open();
			try (var script = Script.on(monitor, "test", CancelToken.none(), 0)) {
				script.expect("(qemu)", TIME);
				script.sendLine("info chardev");
				script.expect("s1: filename=pipe", TIME);
			}
			board.context().await("modem", TIME, state -> state.word().equals("open"));
		}
	}

	@Test
	void theCommandLineIsThatOfTheProcess() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			assertTrue(board.commandLine().commandLine().contains("-daemonize"));
			final String script = board.commandLine().script();
			assertTrue(script.startsWith("#!/bin/sh\n") && script.contains("-serial mon:stdio") && !script.contains("-qmp"), script);

			board.on();

			final String running = Files.readString(Path.of("/proc", Long.toString(board.process().pid()), "cmdline"));
			assertEquals(List.of(running.split("\0")), board.commandLine().commandLine());
			final Path file = folder.resolve("board.sh");
			board.verb("", "script", Map.of("file", file));
			assertTrue(Files.isExecutable(file));
			assertThrows(BenchException.class, () -> board.verb("", "script", Map.of("file", file)), "what is there is not overwritten");
		}
	}

	@Test
	void memoryIsAnotherFromTheNextStartOn() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			board.verb("", "resize-memory", Map.of("size", ByteSize.parse("64M")));
			assertFalse(board.commandLine().commandLine().contains((64 << 20) + "B"));

			board.power().cycle(Duration.ZERO, CancelToken.none());

			assertTrue(board.commandLine().commandLine().contains((64 << 20) + "B"));
			assertThrows(BenchException.class, () -> board.verb("", "resize-memory", Map.of("size", new ByteSize(0))));
		}
	}

	@Test
	void aDiskBecomesLongerWhileTheBoardHasIt() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.on();
			board.verb("", "resize-disk", Map.of("target", "data", "size", ByteSize.parse("3M")));
			final var error = assertThrows(BenchException.class, () -> board.verb("", "resize-disk", Map.of("target", "data", "size", ByteSize.parse("2M"))));
			assertEquals("Shrinking a disk is not supported: current 3.0 MiB, requested 2.0 MiB", error.what());

			board.power().cycle(Duration.ZERO, CancelToken.none());
			assertEquals(3 << 20, board.length("disk1"));
		}
	}

	@Test
	void theVariablesOfUefiAreKeptUntilTheyAreReset() throws Exception {
		if (FirmwarePlaces.uefi(Arch.X86_64, Host.system()).isEmpty()) {
			Needs.missing("ovmf");
		}
		try (var board = new Virtual(folder, Configs.bare().firmware("uefi"))) {
			final Path file = board.context().state().resolve("qemu/machine/uefi-variables.qcow2");
			board.on();
			board.verb("power", "pause", Map.of());
			board.io("variables", "write -P 90 400000 512");
			board.off();

			board.commandLine().commandLine(); // makes ready what the next start needs
			final Path dump = folder.resolve("variables");
			assertTrue(board.flasher().dump(new DumpRequest("OVMF_VARS.fd", dump), Progress.none()).succeeded());
			assertEquals(90, Files.readAllBytes(dump)[400_000]);

			board.verb("", "reset-variables", Map.of());
			assertFalse(Files.exists(file));
		}
	}
}
