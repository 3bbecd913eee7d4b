package dev.benchtop.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.serial.find.FoundPort;
import dev.benchtop.serial.find.UsbPlace;
import dev.benchtop.testing.Heard;

@Timeout(60)
class PortFinderTest {

	@TempDir
	Path folder;

	@Test
	void offersWhatABoardIsMadeOf() throws BenchException {
		final var usb = new UsbPlace("0403", "6001", "A5", "FTDI FT232R", "1-2.3", "1.0");
		final var port = new FoundPort(Path.of("/dev/ttyUSB0"), Optional.of(usb), Optional.of(Path.of("/dev/serial/by-id/usb-A5")));
		final var found = new PortFinder(() -> List.of(port)).find();
		assertEquals(1, found.size());
		assertEquals("/dev/serial/by-id/usb-A5", found.getFirst().id());
		assertEquals("FTDI FT232R", found.getFirst().label());
		assertEquals("ttyUSB0 \u00b7 USB 1-2.3 \u00b7 0403:6001:A5", found.getFirst().detail());
		assertEquals("serial", found.getFirst().type());
		assertEquals(Map.of("port", "/dev/serial/by-id/usb-A5"), found.getFirst().config());
	}

	@Test
	void tellsWhoeverWatchesOfPortsThatComeAndGo() throws Exception {
		final var plugged = new AtomicReference<List<FoundPort>>(List.of());
		final var finder = new PortFinder(plugged::get);
		final var heard = new LinkedBlockingQueue<List<String>>();
		try (var _ = finder.watch(() -> heard.add(plugged.get().stream().map(FoundPort::name).toList()))) {
			heard.take();
			plugged.set(List.of(new FoundPort(Path.of("/dev/ttyUSB0"), Optional.empty(), Optional.empty())));
			while (!heard.take().equals(List.of("ttyUSB0"))) {
				continue;
			}
			plugged.set(List.of());
			while (!heard.take().isEmpty()) {
				continue;
			}
		} finally {
			finder.deactivate();
		}
	}

	@Test
	void tellsWhyThereIsNoList() {
		final var error = assertThrows(BenchException.class, () -> new PortFinder(() -> {
			throw new IOException("no kernel");
		}).find());
		assertEquals(Optional.of("no kernel"), error.why());
	}

	@Test
	void makesAConsoleOfAPortThatNoBenchFileNames() throws Exception {
		final var consoles = new PortConsoles(new Places(Map.of("HOME", folder.toString())));
		try (var ptys = new Ptys(folder); var loose = consoles.make(ptys.host().toString(), Map.of("baudrate", 9600))) {
			assertEquals("ttyhost", loose.title());
			loose.console().open();
			assertTrue(ptys.settings().contains(" speed 9600 baud "));
			final var heard = new Heard();
			try (var _ = loose.console().attach(heard); var speaking = ptys.speaking()) {
				speaking.write('x');
				heard.await("x"::equals);
			}
			assertTrue(loose.console().log().startsWith(folder));
		}
	}

	@Test
	void saysWhichKeyOfAPortIsWrong() {
		final var consoles = new PortConsoles(new Places(Map.of("HOME", folder.toString())));
		final var error = assertThrows(BenchException.class, () -> consoles.make("loop://", Map.of("baudrate", 5_000_000)));
		assertEquals(Optional.of("baudrate"), error.where());
		assertEquals(BenchException.Kind.USAGE, error.kind());
		assertThrows(BenchException.class, () -> consoles.make("nonsense://", Map.of()));
	}

	@Test
	void tellsPortsFromBoards() {
		final var consoles = new PortConsoles(new Places(Map.of("HOME", folder.toString())));
		assertTrue(List.of("rfc2217://h:1", "/dev/ttyUSB0", "0403:6001", "1-2.3").stream().allMatch(consoles::means));
		assertTrue(List.of("board", "board/console", "rack-2").stream().noneMatch(consoles::means));
	}
}
