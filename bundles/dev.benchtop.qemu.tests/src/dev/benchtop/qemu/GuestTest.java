package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power.State;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.core.console.Script;
import dev.benchtop.testing.Needs;

/** Machines with a guest that answers: U-Boot. */
@Timeout(180)
class GuestTest {

	private static final Duration TIME = Duration.ofSeconds(60);
	private static final String AUTOBOOT = "Hit any key to stop autoboot";
	private static final String PROMPT = "=> ";

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-aarch64", "qemu-img");
		if (FirmwarePlaces.uboot(Arch.AARCH64, Host.system()).isEmpty()) {
			Needs.missing("u-boot-qemu");
		}
	}

	@Test
	void aMachineWithoutSlotsHasItsSeedAllTheSame() throws Exception {
		Needs.programs("qemu-system-arm");
		try (var board = new Virtual(folder, Configs.uboot().arch(Arch.ARM).machine("vexpress-a9").firmware("none").disk("root", "64M").hostname("desk"))) {
			board.on();
			assertTrue(board.length("seed") > 0);
			assertEquals(Level.ON, board.awaitOn().level());
		}
	}

	@Test
	void aMachineThatHasNoPlaceForItsSeedSaysSo() throws Exception {
		Needs.programs("qemu-system-arm");
		try (var board = new Virtual(folder, Configs.uboot().arch(Arch.ARM).machine("xilinx-zynq-a9").firmware("none").disk("root", "64M").hostname("desk"))) {
			board.on();
			final var state = board.context().await("", Virtual.SOON, now -> now.level() == Level.WARNING);
			assertEquals("Warning: the machine xilinx-zynq-a9 has no place for the cloud-init disk: host name, user and keys do not reach the board",
					state.detail().lines().skip(1).findFirst().orElseThrow());
		}
	}

	@Test
	void answersAtItsPrompt() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot())) {
			board.on();
			try (var script = board.script()) {
				prompt(script);
				assertTrue(script.uboot("version", TIME).output().contains("U-Boot 20"));
				assertEquals(1, script.uboot("false", TIME).status());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Arch.class)
	void everyArchitectureComesToItsPromptWithScreenAndDisk(Arch arch) throws Exception {
		Needs.programs(arch.binary());
		if (FirmwarePlaces.uboot(arch, Host.system()).isEmpty()) {
			Needs.missing("u-boot-qemu");
		}
		try (var board = new Virtual(folder, Configs.uboot().arch(arch).display().serials("modem").disk("root", "64M"))) {
			board.on();
			try (var script = board.script()) {
				prompt(script);
				assertTrue(script.uboot("version", TIME).output().contains("U-Boot 20"));
			}
		}
	}

	@Test
	void aResetIsAnotherBootOfTheSameMachine() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot())) {
			board.on();
			final var process = board.process();
			try (var script = board.script()) {
				prompt(script);
				script.sendLine("reset");
				prompt(script);
			}
			assertEquals(process, board.process());
		}
	}

	@Test
	void aGuestThatSwitchesItselfOffIsSeen() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot())) {
			board.on();
			board.awaitOn();
			board.context().forget();
			try (var script = board.script()) {
				prompt(script);
				script.sendLine("poweroff");
			}

			final var state = board.awaitOff();
			assertEquals(Level.OFF, state.level());
			assertEquals("The guest shut down", state.detail());
			assertEquals(State.OFF, board.power().state());
			board.context().await("console", TIME, now -> now.word().equals("closed"));
			assertEquals(Line.CLOSED, board.console().state().line());
			assertEquals(List.of(), board.context().leftovers());
		}
	}

	@Test
	void theConsoleGoesOnAfterACycle() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot())) {
			board.on();
			try (var script = board.script()) {
				prompt(script);
				board.power().cycle(Duration.ZERO, CancelToken.none());
				prompt(script);
				assertTrue(script.uboot("version", TIME).output().contains("U-Boot 20"));
			}
		}
	}

	@Test
	void anotherProcessFindsItWithAllThatItSaid() throws Exception {
		try (var context = new VirtualContext(folder)) {
			final var first = new Virtual(context, Configs.uboot(), Host.system());
			first.on();
			try (var script = first.script()) {
				prompt(script);
				script.uboot("echo said before", TIME);
			}
			first.abandon();
			context.forget();

			final var second = new Virtual(context, Configs.uboot(), Host.system());
			second.awaitOn();
			try (var script = second.script()) {
				script.expect(AUTOBOOT, TIME);
				script.expect(Pattern.compile("\\nsaid before\\s"), TIME);
				assertTrue(script.uboot("echo said after", TIME).output().contains("said after"));
			}
			second.off();
			second.abandon();
		}
	}

	@Test
	void outlivesTheProcessThatStartedIt() throws Exception {
		try (var context = new VirtualContext(folder)) {
			ChildJvm.run(Starter.class, folder.toString(), context.runtime().toString());

			final var board = new Virtual(context, Configs.uboot(), Host.system());
			board.awaitOn();
			try (var script = board.script()) {
				script.expect("kept", TIME);
				assertTrue(script.uboot("version", TIME).output().contains("U-Boot 20"));
			}
			board.off();
			board.abandon();
			assertEquals(List.of(), context.leftovers());
		}
	}

	@Test
	void nothingIsLostOrDoubledWhileItTalksALot() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot())) {
			board.on();
			try (var script = board.script()) {
				prompt(script);
				final var lines = script.uboot("md.b 0x40000000 0x8000", TIME).output().lines().toList();
				assertEquals(2048, lines.size());
				for (int index = 0; index < lines.size(); index++) {
					assertTrue(lines.get(index).matches("%08x: ([0-9a-f]{2} ){16}.*".formatted(0x40000000 + 16 * index)), lines.get(index));
				}
			}
		}
	}

	static void prompt(Script script) throws BenchException {
		script.expect(AUTOBOOT, TIME);
		script.send(" ");
		script.expect(PROMPT, TIME);
	}
}
