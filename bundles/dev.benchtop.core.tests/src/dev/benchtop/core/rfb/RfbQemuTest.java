package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;

/** The client with QEMU's own server. */
@Timeout(120)
final class RfbQemuTest {

	@TempDir
	Path folder;

	@Test
	void everyEncodingShowsTheSame() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS)) {
			final var raw = settled(qemu);
			assertEquals(720, raw.width());
			assertEquals(400, raw.height());
			for (final int encoding : List.of(Encodings.RAW, Encodings.ZRLE, Encodings.TIGHT)) {
				try (var watching = new Watching(qemu.display(), encoding)) {
					watching.untilAs(raw);
				}
			}
			assertArrayEquals(raw.pixels(), Picture.take(qemu.display(), CancelToken.none()).pixels());
		}
	}

	@Test
	void keysArriveByTheirPlace() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.ZRLE)) {
			watching.until(watching.client::takesScancodes);
			press(watching, 'a', 0x1E);
			assertEquals(0x1E00 | 'a', qemu.key());
			watching.client.key(true, 0xFFE1, 0x2A);
			press(watching, 'Q', 0x10);
			watching.client.key(false, 0xFFE1, 0x2A);
			assertEquals(0x1000 | 'Q', qemu.key());
			press(watching, 0xFFC9, 0x58);
			assertEquals(0x8600, qemu.key(), "F12");
			press(watching, 0xFF50, 0x47 | 0x80);
			assertEquals(0x4700, qemu.key() & 0xFF00, "Home");
		}
	}

	@Test
	void keysArriveByTheirMeaningToo() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.RAW)) {
			watching.picture();
			press(watching, 'z', 0);
			assertEquals(0x2C00 | 'z', qemu.key());
		}
	}

	@Test
	void keyboardHasLightsAndThePointerMoves() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.ZRLE)) {
			watching.until(() -> watching.absolute != null && watching.leds != null);
			assertFalse(watching.absolute, "there is only a PS/2 mouse");
		}
		try (var qemu = new Qemu(folder, BootSector.KEYS, "unix:" + folder.resolve("vnc"), "-usb", "-device", "usb-tablet");
				var watching = new Watching(qemu.display(), Encodings.ZRLE)) {
			watching.until(() -> watching.absolute != null);
			watching.client.move(3, 4, 0);
			watching.client.pointer(3, 4, 1);
			watching.client.pointer(3, 4, 0);
			final int before = watching.updates();
			watching.client.refresh();
			watching.until(() -> watching.updates > before);
		}
	}

	@Test
	void goesOnAfterAPause() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.RAW)) {
			watching.picture();
			watching.client.pause(true);
			watching.client.pause(false);
			final int before = watching.updates();
			watching.client.refresh();
			watching.until(() -> watching.updates > before);
		}
	}

	@Test
	void passwordIsNeededAndChecked() throws Exception {
		Files.writeString(folder.resolve("secret"), "tops3cret");
		try (var qemu = new Qemu(folder, BootSector.KEYS, "unix:" + folder.resolve("vnc") + ",password-secret=s", "-object",
				"secret,id=s,file=" + folder.resolve("secret"))) {
			final var address = qemu.display().address();
			final var none = assertThrows(BenchException.class, () -> Picture.take(new Sockets(address), CancelToken.none()));
			assertTrue(none.getMessage().contains("asks for a password"), none.getMessage());
			final var wrong = assertThrows(BenchException.class,
					() -> Picture.take(new Sockets(address, Optional.of(new Secret("guess"))), CancelToken.none()));
			assertFalse(wrong.getMessage().contains("guess"));
			assertTrue(wrong.getMessage().contains("refuses"), wrong.getMessage());
			assertEquals(720, Picture.take(new Sockets(address, Optional.of(new Secret("tops3cret"))), CancelToken.none()).width());
			try (var watching = new Watching(new Sockets(address, Optional.of(new Secret("guess"))), Encodings.RAW)) {
				assertTrue(watching.end().getMessage().contains("uthentication failed"), watching.end().getMessage());
				assertTrue(watching.client.wantsPassword());
			}
		}
	}

	@Test
	void endOfTheServerIsSeen() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.RAW)) {
			watching.picture();
			qemu.close();
			assertTrue(watching.end().getMessage().contains("ended"), watching.end().getMessage());
		}
	}

	/** The screen once QEMU has drawn all that the program wrote: the lower right corner comes last. */
	private static Picture settled(Qemu qemu) throws Exception {
		try (var watching = new Watching(qemu.display(), Encodings.RAW)) {
			watching.until(() -> watching.screen != null && watching.screen.height() == 400 && colours(watching.screen, 9 * 79, 16 * 24) > 1
					&& colours(watching.screen, 0, 0) > 1);
			return watching.picture();
		}
	}

	/** How many colours a character of the text mode has. */
	private static long colours(Framebuffer screen, int x, int y) {
		return IntStream.range(0, 9 * 16).map(i -> screen.pixel(x + i % 9, y + i / 9)).distinct().count();
	}

	private static void press(Watching watching, int keysym, int scancode) {
		watching.client.key(true, keysym, scancode);
		watching.client.key(false, keysym, scancode);
	}
}
