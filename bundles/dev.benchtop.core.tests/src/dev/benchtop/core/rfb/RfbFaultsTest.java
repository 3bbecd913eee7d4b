package dev.benchtop.core.rfb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that break, or break the protocol. */
@Timeout(60)
final class RfbFaultsTest {

	private static final int MUCH = 0x7FFFFFFF;

	private static Arguments fault(String words, ScriptedServer.Script script) {
		return Arguments.of(words, script);
	}

	/** A screen of 64 × 64 and an update of one rectangle, whose data follows. */
	private static Arguments bad(String words, int encoding, ScriptedServer.Script data) {
		return fault(words, server -> {
			server.greet(64, 64);
			server.update(1);
			server.rectangle(0, 0, 8, 8, encoding);
			data.run(server);
		});
	}

	static Stream<Arguments> faults() {
		return Stream.of(fault("no VNC server", server -> server.out.writeBytes("HTTP/1.1 400 Bad Request\r\n")),
				fault("ended", server -> server.out.writeBytes("RFB 0")),
				fault("too many tries", server -> {
					server.out.writeBytes("RFB 003.008\n\0");
					server.out.writeInt(14);
					server.out.writeBytes("too many tries");
				}),
				fault("not known here (types 19, 30", server -> server.out.writeBytes("RFB 003.008\n\u0002\u0013\u001E")),
				fault("asks for a password", server -> server.out.writeBytes("RFB 003.003\n\0\0\0\u0002")),
				fault("text of 2147483647 bytes", server -> {
					server.out.writeBytes("RFB 003.008\n\0");
					server.out.writeInt(MUCH);
				}),
				fault("has 65535 \u00d7 65535", server -> server.greet(65535, 65535)), fault("has 0 \u00d7 0", server -> server.greet(0, 0)),
				fault("has 20000 \u00d7 1", server -> server.greet(20000, 1)),
				fault("message of type 77", server -> {
					server.greet(64, 64);
					server.out.write(77);
				}),
				fault("outside its screen of 64 \u00d7 64", server -> {
					server.greet(64, 64);
					server.update(1);
					server.rectangle(60, 0, 8, 8, Encodings.RAW);
				}),
				bad("encoding 5,", 5, _ -> { }), bad("outside", Encodings.COPY_RECT, server -> server.out.writeInt(60 << 16)),
				bad("has 60000", Encodings.DESKTOP_SIZE, server -> {
					server.update(1);
					server.rectangle(0, 0, 60000, 60000, Encodings.EXTENDED_DESKTOP_SIZE);
					server.out.writeInt(0);
				}),
				bad("less than belongs", Encodings.ZRLE, server -> server.counted(ScriptedServer.packed(0, 1, 2, 3))),
				bad("more than belongs", Encodings.ZRLE, server -> server.counted(ScriptedServer.packed(1, 1, 2, 3, 4))),
				bad("cannot be unpacked", Encodings.ZRLE, server -> server.counted(new byte[] {1, 2, 3, 4, 5})),
				bad("kind 17", Encodings.ZRLE, server -> server.counted(ScriptedServer.packed(17))),
				bad("more pixels than", Encodings.ZRLE, server -> server.counted(ScriptedServer.packed(128, 1, 2, 3, 255, 255))),
				bad("colour 3 of 2", Encodings.ZRLE, server -> server.counted(ScriptedServer.packed(129 + 1, 1, 2, 3, 4, 5, 6, 3))),
				bad("ended", Encodings.ZRLE, server -> server.out.writeInt(MUCH)), bad("JPEG", Encodings.TIGHT, server -> server.out.write(0x90)),
				bad("kind 15", Encodings.TIGHT, server -> server.out.write(0xF0)),
				bad("filter 9", Encodings.TIGHT, server -> server.out.writeShort(0x4009)),
				bad("less than belongs", Encodings.TIGHT, server -> {
					server.out.write(0);
					final byte[] packed = ScriptedServer.packed(1, 2, 3);
					server.out.write(packed.length);
					server.out.write(packed);
				}),
				fault("pointer of 2000 \u00d7 1", server -> {
					server.greet(64, 64);
					server.update(1);
					server.rectangle(0, 0, 2000, 1, Encodings.CURSOR);
				}),
				fault("clipboard without", server -> {
					server.greet(64, 64);
					server.out.writeInt(3 << 24);
					server.out.writeInt(-2);
				}));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void isToldInWords(String words, ScriptedServer.Script script) throws Exception {
		try (var server = new ScriptedServer(to -> {
			script.run(to);
			to.finish();
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			final var failure = watching.end();
			assertTrue(failure.getMessage().contains(words), failure.getMessage());
		}
	}

	@Test
	void closingIsNoError() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(64, 64);
			to.listen();
		})) {
			final var watching = new Watching(server.display(), Encodings.RAW);
			watching.until(() -> watching.screen != null);
			watching.close();
			assertNull(watching.end());
		}
	}

	@Test
	void serverThatDoesNotReadHoldsNobodyUp() throws Exception {
		try (var server = new ScriptedServer(to -> {
			to.greet(64, 64);
			Thread.sleep(Long.MAX_VALUE);
		}); var watching = new Watching(server.display(), Encodings.RAW)) {
			watching.until(() -> watching.screen != null);
			for (int i = 0; i < 1_000_000; i++) {
				watching.client.key(i % 2 == 0, 'a', 0);
			}
			assertEquals(64, watching.screen.width());
		}
	}
}
