package dev.benchtop.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleState.Line;
import dev.benchtop.testing.Heard;

/** The driver type {@code serial} on real pseudo-terminals. */
@Timeout(120)
class SerialConsoleTest {

	@TempDir
	Path folder;

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private Desk serial(Path port, String more) throws Exception {
		return Desk.of(folder, "serial", "port: " + port + more);
	}

	@Test
	void passesAllBytesBothWays() throws Exception {
		final var all = new byte[256];
		for (int i = 0; i < all.length; i++) {
			all[i] = (byte) i;
		}
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard); var speaking = ptys.speaking(); var hearing = ptys.hearing()) {
				speaking.write(all);
				heard.await(all.length);
				assertArrayEquals(all, heard.bytes());
				console.write(all);
				assertArrayEquals(all, hearing.readNBytes(all.length));
			}
		}
	}

	@Test
	void givesEveryReaderEveryByte() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var first = new Heard();
			final var second = new Heard();
			try (var _ = console.attach(first); var _ = console.attach(second); var speaking = ptys.speaking()) {
				for (int line = 0; line < 100; line++) {
					speaking.write(bytes("line " + line + '\n'));
				}
				final String all = first.await(text -> text.endsWith("line 99\n"));
				assertEquals(all, second.await(text -> text.endsWith("line 99\n")));
				assertTrue(all.startsWith("line 0\nline 1\n"), all);
			}
		}
	}

	@Test
	void tellsAllReadersOfAnUnplugAndComesBackWithinHalfASecond() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var first = new Heard();
			final var second = new Heard();
			try (var _ = console.attach(first); var _ = console.attach(second)) {
				long fastest = Long.MAX_VALUE;
				for (int round = 0; round < 4; round++) {
					final String said = "before " + round + '\n';
					try (var speaking = ptys.speaking()) {
						speaking.write(bytes(said));
						first.await(text -> text.endsWith(said));
					}
					final int from = first.events();
					final int fromSecond = second.events();
					ptys.unplug();
					final var lost = first.await(Line.LOST, from);
					assertTrue(lost.state().reason().isPresent());
					second.await(Line.LOST, fromSecond);
					assertThrows(BenchException.class, () -> console.write(bytes("x")));
					ptys.plug();
					final long back = System.nanoTime();
					fastest = Math.min(fastest, first.await(Line.OPEN, from).nanos() - back);
					second.await(Line.OPEN, fromSecond);
				}
				assertTrue(fastest < TimeUnit.MILLISECONDS.toNanos(500), "nanoseconds: " + fastest);
				final var late = new Heard();
				try (var _ = console.attach(late); var speaking = ptys.speaking()) {
					speaking.write(bytes("after\n"));
					assertEquals("before 0\nbefore 1\nbefore 2\nbefore 3\nafter\n", late.await(text -> text.endsWith("after\n")));
				}
			}
		}
	}

	@Test
	void sendsAfterComingBack() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				ptys.unplug();
				heard.await(Line.LOST, 0);
				ptys.plug();
				heard.await(Line.OPEN, 0);
				try (var hearing = ptys.hearing()) {
					console.write(bytes("boot\n"));
					assertArrayEquals(bytes("boot\n"), hearing.readNBytes(5));
				}
			}
		}
	}

	@Test
	void waitsForADeviceThatIsNotThereYet() throws Exception {
		try (var ptys = new Ptys(folder)) {
			ptys.unplug();
			try (var desk = serial(ptys.host(), "")) {
				final Console console = desk.console();
				final var error = assertThrows(BenchException.class, console::open);
				assertTrue(error.getMessage().contains("not plugged in"), error.getMessage());
				final var heard = new Heard();
				try (var _ = console.attach(heard)) {
					ptys.plug();
					heard.await(Line.OPEN, 0);
				}
			}
		}
	}

	@Test
	void callsAnAbsentDeviceNoFaultWhereItMayBeAbsent() throws Exception {
		try (var ptys = new Ptys(folder)) {
			ptys.unplug();
			try (var desk = Desk.theirs(folder, "url: " + ptys.host() + ", check_present: false")) {
				final Console console = desk.console();
				assertThrows(BenchException.class, console::open);
				final var heard = new Heard();
				try (var _ = console.attach(heard)) {
					assertEquals(Line.CLOSED, console.state().line());
					ptys.plug();
					heard.await(Line.OPEN, 0);
				}
			}
		}
	}

	@Test
	void setsThePortAsItIsConfigured() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), ", baudrate: 1500000, stop_bits: 2, parity: odd, flow: rts-cts")) {
			desk.console().open();
			final String settings = ptys.settings();
			assertTrue(settings.contains(" speed 1500000 baud "), settings);
			assertTrue(settings.contains(" cstopb "), settings);
			assertTrue(settings.contains(" crtscts "), settings);
			assertTrue(settings.contains(" inpck "), settings);
			assertTrue(settings.contains(" -icanon "), settings);
			assertTrue(settings.contains(" -ixon "), settings);
			assertTrue(desk.console().state().detail().endsWith("1500000 8O2"), desk.console().state().detail());
		}
	}

	@Test
	void stopsBySoftwareWhereThatIsConfigured() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), ", flow: xon-xoff")) {
			desk.console().open();
			final String settings = ptys.settings();
			assertTrue(settings.contains(" ixon ") && settings.contains(" ixoff ") && settings.contains(" -crtscts "), settings);
		}
	}

	@Test
	void lowersTheLinesOnClosingUnlessToldNot() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			desk.console().open();
			assertTrue(ptys.settings().contains(" hupcl "), ptys.settings());
		}
	}

	@Test
	void keepsTheLinesOnClosingWhereThatIsConfigured() throws Exception {
		try (var ptys = new Ptys(folder); var desk = Desk.theirs(folder, "url: " + ptys.host() + ", baudrate: 9600, disable_hupcl: true")) {
			desk.console().open();
			assertTrue(ptys.settings().contains(" -hupcl "), ptys.settings());
			assertTrue(ptys.settings().contains(" speed 9600 baud "), ptys.settings());
		}
	}

	@Test
	void losesNothingToABreakOfABoardThatIsSwitchedOff() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			desk.console().open();
			final String settings = ptys.settings();
			assertTrue(settings.contains(" -brkint ") && settings.contains(" noflsh "), settings);
		}
	}

	@Test
	void changesTheSpeedOfAnOpenPortAndKeepsItOverAnUnplug() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var lines = console.lines().orElseThrow();
			lines.baudRate(921_600);
			assertEquals(921_600, lines.baudRate());
			assertTrue(ptys.settings().contains(" speed 921600 baud "), ptys.settings());
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				ptys.unplug();
				heard.await(Line.LOST, 0);
				ptys.plug();
				heard.await(Line.OPEN, 0);
			}
			assertTrue(ptys.settings().contains(" speed 921600 baud "), ptys.settings());
		}
	}

	@Test
	void tellsEveryReaderOfAnotherSpeed() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			final var heard = new Heard();
			try (var _ = console.attach(heard)) {
				console.lines().orElseThrow().baudRate(1_500_000);
				heard.awaitState(state -> state.detail().endsWith(" 1500000 8N1"));
			}
		}
	}

	@Test
	void saysThatAPseudoTerminalHasNoControlLines() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final var lines = desk.console().lines().orElseThrow();
			assertThrows(BenchException.class, () -> lines.dtr(false));
			desk.console().open();
			final var error = assertThrows(BenchException.class, () -> lines.dtr(false));
			assertTrue(error.getMessage().contains("DTR"), error.getMessage());
			assertTrue(lines.dtr());
			assertThrows(BenchException.class, () -> lines.rts(false));
		}
	}

	@Test
	void offersWhatTheLinesCanDoAsVerbs() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			desk.console();
			assertEquals("[break, baudrate, dtr, rts, esp32-boot, esp32-reset, dtr-pulse, rts-pulse]",
					desk.node().verbs().stream().map(verb -> verb.id()).toList().toString());
		}
	}

	@Test
	void isForOneProgramAtATime() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), ""); var other = Desk.of(folder.resolve("other"), "serial", "port: " + ptys.host())) {
			desk.console().open();
			final var error = assertThrows(BenchException.class, () -> other.console().open());
			final String me = "java (" + ProcessHandle.current().pid() + ')';
			assertTrue(error.getMessage().contains(" is used by ") && error.getMessage().contains(me), error.getMessage());
		}
	}

	@Test
	void saysThatAFileIsNoPort() throws Exception {
		try (var desk = serial(Path.of("/dev/null"), "")) {
			final var error = assertThrows(BenchException.class, () -> desk.console().open());
			assertTrue(error.getMessage().contains("is no serial port"), error.getMessage());
		}
	}

	@Test
	void closesAndOpensAgain() throws Exception {
		try (var ptys = new Ptys(folder)) {
			for (int round = 0; round < 3; round++) {
				try (var desk = serial(ptys.host(), "")) {
					desk.console().open();
					assertEquals(Line.OPEN, desk.console().state().line());
				}
			}
		}
	}

	@Test
	void endsAWriteThatTheDeviceDoesNotTake() throws Exception {
		try (var ptys = new Ptys(folder); var desk = serial(ptys.host(), "")) {
			final Console console = desk.console();
			console.open();
			console.write(new byte[4 << 20]);
			desk.close();
			assertFalse(console.state().line() == Line.OPEN);
		}
	}
}
