package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What servers of Debian do not do on demand. */
@Timeout(60)
final class RfbClientTest {

	@ParameterizedTest
	@CsvSource({"RFB 003.003, RFB 003.003", "RFB 003.005, RFB 003.003", "RFB 003.007, RFB 003.007", "RFB 003.008, RFB 003.008", "RFB 003.889, RFB 003.008",
			"RFB 005.000, RFB 003.008"})
	void versions(String said, String answered) throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.out.writeBytes(said + "\n");
			assertEquals(answered + "\n", new String(to.in.readNBytes(12), StandardCharsets.US_ASCII));
			if (answered.endsWith("3.003")) {
				to.out.writeInt(1);
			} else {
				to.out.writeShort(0x0101);
				to.in.skipNBytes(1);
			}
			if (answered.endsWith("8")) {
				to.out.writeInt(0);
			}
			to.in.skipNBytes(1);
			to.init(10, 20);
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.screen != null);
			assertEquals(List.of("test"), watching.names);
			assertEquals(List.of("10x20"), watching.sizes);
		}
	}

	@Test
	void encodingsOfOneUpdate() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.update(5);
			to.rectangle(0, 0, 2, 1, Encodings.RAW);
			to.out.write(HexFormat.of().parseHex("0102030004050600"));
			to.rectangle(2, 3, 2, 1, Encodings.COPY_RECT);
			to.out.writeInt(0);
			to.rectangle(0, 1, 2, 2, Encodings.TIGHT);
			to.out.write(HexFormat.of().parseHex("80" + "AABBCC"));
			to.rectangle(0, 3, 2, 1, Encodings.TIGHT);
			to.out.write(HexFormat.of().parseHex("40" + "02" + "0A0B0C" + "010101"));
			to.rectangle(0, 0, 0, 0, Encodings.LAST_RECT);
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.updates == 1);
			final int gradient = 0x0A0B0C;
			assertArrayEquals(new int[] {0x030201, 0x060504, 0, 0, 0xAABBCC, 0xAABBCC, 0, 0, 0xAABBCC, 0xAABBCC, 0, 0, gradient, gradient + 0x010101, 0x030201,
					0x060504}, watching.screen.copy());
		}
	}

	@Test
	void screenTakesAnotherSize() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.update(2);
			to.rectangle(0, 0, 6, 5, Encodings.DESKTOP_SIZE);
			to.rectangle(5, 4, 1, 1, Encodings.RAW);
			to.out.writeInt(0x01020300);
			to.update(2);
			to.rectangle(1, 3, 9, 9, Encodings.EXTENDED_DESKTOP_SIZE);
			to.out.writeInt(1 << 24);
			to.out.write(new byte[16]);
			to.rectangle(1, 4, 9, 9, Encodings.EXTENDED_DESKTOP_SIZE);
			to.out.writeInt(0);
			to.update(1);
			to.rectangle(0, 0, 7, 8, Encodings.EXTENDED_DESKTOP_SIZE);
			to.out.writeInt(0);
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.updates == 3);
			assertEquals(List.of("4x4", "6x5", "7x8"), watching.sizes, "a refused size is none");
			assertEquals(1, watching.refusals, "one that the board is told of is not refused");
			assertTrue(watching.client.takesSize());
		}
	}

	@Test
	void pointerWithMaskAndWithAlpha() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.update(1);
			to.rectangle(1, 0, 2, 1, Encodings.CURSOR);
			to.out.write(HexFormat.of().parseHex("0102030004050600" + "40"));
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.cursor != null);
			assertEquals(1, watching.cursor.hotX());
			assertArrayEquals(new int[] {0, 0xFF060504}, watching.cursor.pixels());
		}
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.update(1);
			to.rectangle(0, 0, 2, 1, Encodings.CURSOR_WITH_ALPHA);
			to.out.writeInt(Encodings.RAW);
			to.out.write(HexFormat.of().parseHex("40200080" + "00000000"));
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.cursor != null);
			assertArrayEquals(new int[] {0x807F3F00, 0}, watching.cursor.pixels());
		}
	}

	@Test
	void clipboardsBothWays() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.out.writeInt(3 << 24);
			to.counted("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> !watching.texts.isEmpty());
			assertEquals(List.of("caf\u00e9"), watching.texts);
		}
	}

	@Test
	void extendedClipboardHoldsUnicode() throws Exception {
		final var text = "\u2192 \u00fc\r\nx\0".getBytes(StandardCharsets.UTF_8);
		final var packed = new int[text.length + 4];
		packed[3] = text.length;
		for (int i = 0; i < text.length; i++) {
			packed[4 + i] = text[i];
		}
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.out.writeInt(3 << 24);
			to.out.writeInt(-8);
			to.out.writeInt(0x1F000001);
			to.out.writeInt(0);
			final byte[] data = ScriptedServer.packed(packed);
			to.out.writeInt(3 << 24);
			to.out.writeInt(-(4 + data.length));
			to.out.writeInt(0x10000001);
			to.out.write(data);
			to.out.write(2);
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.bells == 1);
			assertEquals(List.of("\u2192 \u00fc\nx"), watching.texts);
		}
	}

	@Test
	void fencesAreAnsweredAndContinuousUpdatesTaken() throws Exception {
		final var answered = new CompletableFuture<String>();
		try (var server = new ScriptedServer(to -> {
			to.greet(4, 4);
			to.out.write(150);
			to.out.write(HexFormat.of().parseHex("F8000000" + "80000007" + "02" + "ABCD"));
			final var said = new StringBuilder();
			while (said.indexOf("f8000000" + "00000007" + "02" + "abcd") < 0) {
				said.append(HexFormat.of().toHexDigits((byte) to.in.readUnsignedByte()));
			}
			answered.complete(said.toString());
			to.listen();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.screen != null);
			final var said = answered.get();
			assertFalse(said.indexOf("9601" + "00000000" + "00040004") < 0, said);
		}
	}
}
