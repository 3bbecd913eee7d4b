package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;

/** The client with servers of Debian. */
@Timeout(120)
final class RfbServersTest {

	@TempDir
	Path folder;

	@Test
	void tigerVncShowsTheSameInEveryEncoding() throws Exception {
		try (var server = XServer.tigerVnc(folder)) {
			checkPictures(server.display());
		}
	}

	@Test
	void x11vncShowsTheSameInEveryEncoding() throws Exception {
		try (var server = XServer.x11vnc(folder)) {
			checkPictures(server.display());
		}
	}

	@Test
	void tigerVncTellsItsNameAndItsPointer() throws Exception {
		try (var server = XServer.tigerVnc(folder); var watching = new Watching(server.display(), Encodings.ZRLE)) {
			watching.picture();
			watching.until(() -> watching.cursor != null && watching.leds != null);
			assertTrue(watching.names.getFirst().contains("tiger"), watching.names.toString());
			watching.until(watching.client::takesScancodes);
		}
	}

	@Test
	void tigerVncTakesTheSizeThatItIsAskedFor() throws Exception {
		try (var server = XServer.tigerVnc(folder); var watching = new Watching(server.display(), Encodings.ZRLE)) {
			watching.until(watching.client::takesSize);
			watching.client.size(1000, 700);
			watching.until(() -> watching.screen.width() == 1000 && watching.screen.height() == 700);
			watching.client.size(640, 480);
			watching.until(() -> watching.screen.width() == 640);
			assertEquals(480, watching.picture().height());
		}
	}

	@Test
	void passwordOfTigerVnc() throws Exception {
		try (var server = XServer.tigerVnc(folder, "-SecurityTypes", "VncAuth", "-PasswordFile", passwordFile("bench").toString())) {
			final var address = server.display().address();
			assertEquals(800, Picture.take(new Sockets(address, Optional.of(new Secret("bench"))), CancelToken.none()).width());
			final var wrong = assertThrows(BenchException.class,
					() -> Picture.take(new Sockets(address, Optional.of(new Secret("wrong"))), CancelToken.none()));
			assertTrue(wrong.getMessage().contains("refuses"), wrong.getMessage());
		}
	}

	private static void checkPictures(Sockets display) throws Exception {
		try (var raw = new Watching(display, Encodings.RAW)) {
			final var picture = raw.picture();
			assertTrue(Arrays.stream(picture.pixels()).distinct().count() >= 2, "the pattern");
			for (final int encoding : List.of(Encodings.ZRLE, Encodings.TIGHT)) {
				try (var watching = new Watching(display, encoding)) {
					watching.untilAs(picture);
				}
			}
		}
	}

	/** As vncpasswd writes it: encrypted with a key that everybody knows. */
	private Path passwordFile(String password) throws Exception {
		final byte[] key = {23, 82, 107, 6, 35, 78, 88, 7};
		final byte[] padded = Arrays.copyOf(password.getBytes(StandardCharsets.US_ASCII), 8);
		final var encrypted = VncAuthentication.answer(padded, new String(key, StandardCharsets.ISO_8859_1));
		return Files.write(folder.resolve("password"), encrypted);
	}
}
