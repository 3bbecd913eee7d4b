package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Options (RFC 2347, 2348, 2349, 7440)")
class OptionsTest {

	private static final int SIZE = 5000;

	@TempDir
	Path root;
	private Bed bed;
	private byte[] content;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.reading(root);
		content = bed.file("a", SIZE);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	/** All subsets of the options, each with the value 512 or 5 that is the same as without it, and with another one. */
	static Stream<Map<String, String>> combinations() {
		final List<Map<String, String>> all = new ArrayList<>();
		for (int set = 0; set < 81; set++) {
			final Map<String, String> options = new LinkedHashMap<>();
			choose(options, "blksize", set % 3, "512", "1468");
			choose(options, "tsize", set / 3 % 3, "0", "77");
			choose(options, "timeout", set / 9 % 3, "5", "1");
			choose(options, "windowsize", set / 27, "1", "8");
			all.add(options);
		}
		return all.stream();
	}

	private static void choose(Map<String, String> options, String name, int choice, String plain, String other) {
		if (choice > 0) {
			options.put(name, choice == 1 ? plain : other);
		}
	}

	@ParameterizedTest
	@MethodSource("combinations")
	@DisplayName("RFC 2347: every combination is acknowledged by exactly the options that were asked for, and the file arrives")
	void combination(Map<String, String> options) throws Exception {
		final var fields = new ArrayList<>(List.of("a", "octet"));
		options.forEach((name, value) -> fields.addAll(List.of(name, value)));
		try (var wire = bed.wire().read(fields.toArray(String[]::new))) {
			if (options.isEmpty()) {
				assertTrue(wire.receive().data(1));
			} else {
				final Map<String, String> expected = new LinkedHashMap<>(options);
				expected.computeIfPresent("tsize", (name, value) -> Integer.toString(SIZE));
				assertEquals(expected, wire.oack());
			}
			wire.error(0, "enough");
		}
		final var client = bed.client();
		options.forEach(client::option);
		assertArrayEquals(content, Bed.get(client, "a"));
		assertEquals(options.keySet(), bed.begun.peek().options().keySet());
	}

	@ParameterizedTest
	@CsvSource({ "8, 8", "9, 9", "100, 100", "256, 256", "511, 511", "512, 512", "1024, 1024", "1428, 1428", "1468, 1468", "4096, 4096",
			"65463, 65463", "65464, 65464", "65465, 65464", "999999, 65464" })
	@DisplayName("RFC 2348: a block size is never larger than asked for, and at most 65464")
	void blockSize(String asked, String given) throws Exception {
		try (var wire = bed.wire().read("a", "octet", "blksize", asked)) {
			assertEquals(Map.of("blksize", given), wire.oack());
			wire.ack(0);
			assertEquals(Math.min(Integer.parseInt(given), SIZE), wire.receive().content().length);
		}
	}

	@ParameterizedTest
	@CsvSource({ "blksize, 7", "blksize, 0", "blksize, -1", "blksize, ''", "blksize, abc", "blksize, 1e3", "blksize, 99999999999999999999",
			"blksize, 0x200", "timeout, 0", "timeout, 256", "timeout, -5", "timeout, x", "windowsize, 0", "windowsize, 65536", "windowsize, -4",
			"windowsize, ' 4'", "rollover, 0", "utimeout, 100000", "multicast, ''", "blksize2, 1024", "foo, bar", "'', ''" })
	@DisplayName("RFC 2347: an option that is unknown or has no valid value is as if it had not been sent")
	void ignored(String name, String value) throws Exception {
		try (var wire = bed.wire().read("a", "octet", name, value)) {
			final var reply = wire.receive();
			assertTrue(reply.data(1));
			assertEquals(512, reply.content().length);
			wire.ack(1);
		}
		try (var wire = bed.wire().read("a", "octet", name, value, "tsize", "0")) {
			assertEquals(Map.of("tsize", Integer.toString(SIZE)), wire.oack());
		}
	}

	@Test
	@DisplayName("RFC 2347: names of options may be written in any case, and are answered as they were written")
	void anyCase() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "BlkSize", "1000", "TSIZE", "0", "WindowSize", "4", "tImEoUt", "3")) {
			assertEquals(Map.of("BlkSize", "1000", "TSIZE", "5000", "WindowSize", "4", "tImEoUt", "3"), wire.oack());
			wire.ack(0);
			assertEquals(1000, wire.receive().content().length);
		}
		assertEquals(Map.of("blksize", "1000", "tsize", "5000", "windowsize", "4", "timeout", "3"), bed.begun.peek().options());
	}

	@Test
	@DisplayName("RFC 2347: of an option that is there twice the first counts")
	void twice() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "blksize", "1000", "BLKSIZE", "2000")) {
			assertEquals(Map.of("blksize", "1000"), wire.oack());
		}
	}

	@Test
	@DisplayName("RFC 2347: an option that is cut off is left out")
	void cutOff() throws Exception {
		for (final var rest : new String[] { "blksize", "blksize\000102" }) {
			final var request = ("\0\1a\0octet\0tsize\0000\0" + rest).getBytes();
			try (var wire = bed.wire().raw(request)) {
				assertEquals(Map.of("tsize", "5000"), wire.oack());
			}
		}
	}

	@Test
	@DisplayName("RFC 2347: the client acknowledges options by block 0; only then comes block 1")
	void acknowledgedOptions() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "windowsize", "2")) {
			wire.oack();
			wire.ack(1);
			wire.ack(7);
			wire.ack(0);
			assertTrue(wire.receive().data(1));
			assertTrue(wire.receive().data(2));
			assertTrue(wire.quiet(20));
		}
	}

	@Test
	@DisplayName("RFC 2347: an acknowledgement of options that gets lost is sent again")
	void lostOptions() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "tsize", "0", "timeout", "1")) {
			assertEquals(wire.oack(), wire.oack());
			wire.ack(0);
			assertTrue(wire.receive().data(1));
		}
	}

	@Test
	@DisplayName("RFC 2347, 2349: a client that only wants the size ends with error 8, which is no failure")
	void probe() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "tsize", "0", "blksize", "1468")) {
			assertEquals("5000", wire.oack().get("tsize"));
			wire.error(8, "User aborted the transfer");
			assertEquals(TftpEnd.PROBED, bed.end().end());
		}
		try (var wire = bed.wire().read("a", "octet", "blksize", "1468")) {
			wire.oack();
			wire.error(8, "no");
			assertEquals(TftpEnd.FAILED, bed.end().end());
		}
	}

	@Test
	@DisplayName("RFC 2349: the size in netascii is not known before the file was sent, so there is no answer; in octet it is")
	void sizeOfText() throws Exception {
		try (var wire = bed.wire().read("a", "netascii", "tsize", "0")) {
			assertTrue(wire.receive().data(1));
		}
		assertEquals(-1, bed.begun.peek().total());
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "16, 16", "17, 17", "64, 64", "65, 64", "65535, 64" })
	@DisplayName("RFC 7440 §3: a window is never larger than asked for nor than allowed")
	void window(String asked, String given) throws Exception {
		try (var wire = bed.wire().read("a", "octet", "windowsize", asked)) {
			assertEquals(Map.of("windowsize", given), wire.oack());
		}
	}

	@Test
	@DisplayName("RFC 7440 §3: unless told more, windows are 16 at most")
	void sixteen() throws Exception {
		try (var other = new Bed(root, TftpFolder.Access.READ, TftpSettings.defaults()); var wire = other.wire()) {
			assertEquals(Map.of("windowsize", "16"), wire.read("a", "octet", "windowsize", "64").oack());
		}
	}

	@Test
	@DisplayName("RFC 7440 §4: exactly a window is sent without an acknowledgement")
	void wholeWindow() throws Exception {
		try (var wire = bed.wire().read("a", "octet", "windowsize", "3")) {
			wire.oack();
			wire.ack(0);
			for (int round = 0; round < 3; round++) {
				for (int block = 1; block <= 3; block++) {
					assertTrue(wire.receive().data(3 * round + block));
				}
				assertTrue(wire.quiet(20));
				wire.ack(3 * round + 3);
			}
			assertEquals(SIZE - 9 * 512, wire.receive().content().length);
			wire.ack(10);
			assertEquals(TftpEnd.DONE, bed.end().end());
		}
	}

	@Test
	@DisplayName("RFC 1350 §6: the last block comes again until it is acknowledged")
	void lastBlock() throws Exception {
		try (var prompt = Bed.prompt(root); var wire = prompt.wire().read("a", "octet", "blksize", Integer.toString(2 * SIZE))) {
			wire.oack();
			wire.ack(0);
			assertTrue(wire.receive().data(1));
			assertTrue(wire.receive().data(1));
			wire.ack(1);
			assertEquals(TftpEnd.DONE, prompt.end().end());
		}
	}

	@Test
	@DisplayName("RFC 7440: a client whose windows get lost is granted less at its next request, and more again after clean transfers")
	void grantedLess() throws Exception {
		bed.file("b", 200_000);
		try (var wire = bed.wire().read("b", "octet", "windowsize", "64")) {
			assertEquals("64", wire.oack().get("windowsize"));
			wire.ack(0);
			int acknowledged = 0;
			while (acknowledged < 390) {
				final var reply = wire.receive();
				if (reply.number() == acknowledged + 5) {
					acknowledged += 5;
					wire.ack(acknowledged);
				} else if (reply.number() == 391 && acknowledged == 390) {
					break;
				}
			}
			while (!wire.receive().data(391)) {
				wire.ack(390);
			}
			wire.ack(391);
			assertEquals(TftpEnd.DONE, bed.end().end());
		}
		final int less = granted();
		assertTrue(less < 64, "granted " + less);
		assertEquals(200_000, Bed.get(bed.client().sizes(512, 64), "b").length);
		assertTrue(granted() > less);
	}

	private int granted() throws Exception {
		try (var wire = bed.wire().read("b", "octet", "windowsize", "64")) {
			final int granted = Integer.parseInt(wire.oack().get("windowsize"));
			wire.error(0, "enough");
			return granted;
		}
	}
}
