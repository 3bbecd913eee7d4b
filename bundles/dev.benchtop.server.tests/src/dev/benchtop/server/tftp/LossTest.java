package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.server.tftp.client.Relay;

@DisplayName("Packets that get lost, doubled, overtaken and late")
class LossTest {

	@TempDir
	Path root;
	private Bed bed;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.writable(root);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	@ParameterizedTest
	@CsvSource({ "1, 10, 0, 0", "16, 10, 0, 0", "64, 10, 0, 0", "4, 100, 0, 0", "1, 0, 100, 0", "16, 0, 200, 0", "1, 0, 0, 100", "16, 0, 0, 20",
			"1, 30, 30, 30", "8, 30, 30, 30", "33, 20, 20, 10" })
	@DisplayName("RFC 1350 §2, RFC 7440 §4: read and written through a bad network, the content is the same")
	void badNetwork(int window, int lost, int doubled, int delayed) throws Exception {
		final long seed = System.nanoTime();
		final var content = bed.file("a", 150_000);
		try (var prompt = Bed.prompt(root); var relay = new Relay(prompt.server.address(), new Relay.Faults(lost, doubled, delayed, 15), seed)) {
			final var client = new dev.benchtop.server.tftp.client.TftpClient(relay.address()).sizes(1468, window).patience(300, 20_000);
			assertArrayEquals(content, Bed.get(client, "a"), "seed " + seed);
			Bed.put(client, "b", content);
			assertArrayEquals(content, java.nio.file.Files.readAllBytes(root.resolve("b")), "seed " + seed);
		} catch (final Exception e) {
			throw new AssertionError("seed " + seed, e);
		}
	}

	@Test
	@DisplayName("RFC 1123 §4.2.3.1: acknowledgements that are doubled double no block (Sorcerer's Apprentice)")
	void apprentice() throws Exception {
		bed.file("a", 20 * 512);
		try (var wire = bed.wire().read("a", "octet")) {
			for (int block = 1; block <= 21; block++) {
				final var reply = wire.receive();
				assertTrue(reply.data(block), "block " + block + " after " + reply.number());
				wire.ack(block);
				wire.ack(block);
				if (block > 1) {
					wire.ack(block - 1);
				}
			}
		}
		assertEquals(0, bed.end().transfer().retransmits());
	}

	@Test
	@DisplayName("RFC 1123 §4.2.3.1: with windows, acknowledgements that are doubled at once double no window")
	void apprenticeInWindows() throws Exception {
		bed.file("a", 200 * 512);
		try (var wire = bed.wire().read("a", "octet", "windowsize", "4")) {
			wire.oack();
			wire.ack(0);
			int packets = 0;
			for (int expected = 1; expected <= 201;) {
				final var reply = wire.receive();
				packets++;
				if (reply.number() == expected) {
					expected++;
					if (reply.number() % 4 == 0 || expected == 202) {
						Thread.sleep(2);
						wire.ack(reply.number());
						wire.ack(reply.number());
					}
				}
			}
			assertTrue(packets < 2 * 201, packets + " packets for 201 blocks");
		}
	}

	@Test
	@DisplayName("RFC 7440 §4: an acknowledgement inside of a window has the rest of it sent again from there, in a whole window")
	void gap() throws Exception {
		bed.file("a", 100 * 512);
		final long start = System.nanoTime();
		try (var wire = bed.wire().read("a", "octet", "windowsize", "8")) {
			wire.oack();
			wire.ack(0);
			for (int block = 1; block <= 8; block++) {
				assertTrue(wire.receive().data(block));
			}
			roundTrip(start);
			wire.ack(3);
			for (int block = 4; block <= 11; block++) {
				assertTrue(wire.receive().data(block));
			}
			wire.ack(11);
			assertTrue(wire.receive().data(12));
		}
	}

	/** Waits for at least as long as the server has seen a round trip to take: what comes sooner is no answer to what was sent last. */
	private static void roundTrip(long start) throws InterruptedException {
		Thread.sleep(java.time.Duration.ofNanos(System.nanoTime() - start));
	}

	@Test
	@DisplayName("RFC 7440 §4: the last good block acknowledged once more has the whole window sent again, once")
	void firstOfWindow() throws Exception {
		bed.file("a", 100 * 512);
		final long start = System.nanoTime();
		try (var wire = bed.wire().read("a", "octet", "windowsize", "4")) {
			wire.oack();
			wire.ack(0);
			for (int block = 1; block <= 4; block++) {
				assertTrue(wire.receive().data(block));
			}
			wire.ack(4);
			for (int block = 5; block <= 8; block++) {
				assertTrue(wire.receive().data(block));
			}
			roundTrip(start);
			wire.ack(4);
			for (int block = 5; block <= 8; block++) {
				assertTrue(wire.receive().data(block));
			}
			wire.ack(4);
			wire.ack(4);
			assertTrue(wire.quiet(50));
			wire.ack(8);
			assertTrue(wire.receive().data(9));
		}
	}

	@Test
	@DisplayName("RFC 7440 §4: a window of which nothing is acknowledged comes again after a time; the window stands")
	void silence() throws Exception {
		bed.file("a", 100 * 512);
		try (var prompt = Bed.prompt(root); var wire = prompt.wire().read("a", "octet", "windowsize", "6")) {
			wire.oack();
			wire.ack(0);
			for (int round = 0; round < 2; round++) {
				for (int block = 1; block <= 6; block++) {
					assertTrue(wire.receive().data(block));
				}
			}
			wire.ack(6);
			for (int block = 7; block <= 12; block++) {
				assertTrue(wire.receive().data(block));
			}
		}
	}

	@Test
	@DisplayName("Acknowledgements of blocks that were not sent are ignored")
	void future() throws Exception {
		bed.file("a", 10 * 512);
		try (var wire = bed.wire().read("a", "octet")) {
			assertTrue(wire.receive().data(1));
			for (final int block : new int[] { 2, 3, 11, 0x7fff, 0xffff, 0 }) {
				wire.ack(block);
			}
			assertTrue(wire.quiet(50));
			wire.ack(1);
			assertTrue(wire.receive().data(2));
		}
	}

	@Test
	@DisplayName("RFC 6298: the time to the next try doubles, up to what the client says that it waits")
	void backOff() {
		final var estimate = new Estimate(200_000_000, 16);
		assertEquals(200, estimate.timeout(0) / 1_000_000);
		assertEquals(400, estimate.timeout(1) / 1_000_000);
		assertEquals(1600, estimate.timeout(3) / 1_000_000);
		assertEquals(4000, estimate.timeout(30) / 1_000_000);
		estimate.sample(300_000_000);
		assertEquals(900, estimate.timeout(0) / 1_000_000);
		for (int i = 0; i < 100; i++) {
			estimate.sample(1_000_000);
		}
		assertEquals(100, estimate.timeout(0) / 1_000_000);
	}
}
