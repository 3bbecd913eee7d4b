package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

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
			final var raw = picture(qemu, Encodings.RAW);
			assertEquals(720, raw.width());
			assertEquals(400, raw.height());
			assertTrue(Arrays.stream(raw.pixels()).distinct().count() >= 16, "all colours of the text mode");
			assertArrayEquals(raw.pixels(), picture(qemu, Encodings.ZRLE).pixels());
			assertArrayEquals(raw.pixels(), picture(qemu, Encodings.TIGHT).pixels());
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
	void nothingIsAskedForWhilePaused() throws Exception {
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

	private static Picture picture(Qemu qemu, int encoding) throws Exception {
		try (var watching = new Watching(qemu.display(), encoding)) {
			return watching.picture();
		}
	}

	private static void press(Watching watching, int keysym, int scancode) {
		watching.client.key(true, keysym, scancode);
		watching.client.key(false, keysym, scancode);
	}
}
