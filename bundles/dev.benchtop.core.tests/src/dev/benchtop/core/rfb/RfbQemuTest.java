package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;

/** The client with QEMU's own server. */
@Timeout(120)
final class RfbQemuTest {

	@TempDir
	Path folder;

	@Test
	void pictureIsTaken() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS)) {
			final var first = Picture.take(qemu.display(), CancelToken.none());
			assertEquals(720, first.width());
			assertEquals(400, first.height());
		}
	}

	@Test
	void keysArrive() throws Exception {
		try (var qemu = new Qemu(folder, BootSector.KEYS); var watching = new Watching(qemu.display(), Encodings.ZRLE)) {
			watching.until(watching.client::takesScancodes);
			watching.client.key(true, 'a', 0x1e);
			watching.client.key(false, 'a', 0x1e);
			assertEquals(0x1e00 | 'a', qemu.key());
		}
	}
}
