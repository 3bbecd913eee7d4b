package dev.benchtop.power.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;

/** Relay boards at a serial port, against one at a pseudo terminal. */
class SerialRelayTest {

	@TempDir
	Path home;
	private final Map<Integer, Boolean> relays = new ConcurrentHashMap<>(Map.of(1, false, 2, false));

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new SerialRelayFactory());
	}

	private FakeDevice board() throws Exception {
		return new FakeDevice(home, "ttyUSB0", this::answer);
	}

	/** Switches by frames with the right sum, and tells both relays. */
	private byte[] answer(byte[] come) {
		final var answer = new ByteArrayOutputStream();
		int at = 0;
		while (at < come.length) {
			if (come[at] == (byte) 0xFF) {
				relays.forEach((channel, on) -> answer.writeBytes("CH%d: %s\r\n".formatted(channel, on ? "ON" : "OFF").getBytes(StandardCharsets.US_ASCII)));
				at++;
			} else if (come.length - at < 4) {
				return null;
			} else {
				assertEquals((byte) (come[at] + come[at + 1] + come[at + 2]), come[at + 3], "the sum");
				relays.put((int) come[at + 1], come[at + 2] == 1);
				at += 4;
			}
		}
		return answer.toByteArray();
	}

	@Test
	void frames() {
		assertArrayEquals(new byte[] { (byte) 0xA0, 1, 1, (byte) 0xA2 }, SerialRelay.frame(1, true));
		assertArrayEquals(new byte[] { (byte) 0xA0, 2, 0, (byte) 0xA2 }, SerialRelay.frame(2, false));
	}

	@Test
	void oneChannel() throws Exception {
		try (var board = board(); var bench = bench("{port: %s, channel: 2}".formatted(board.file))) {
			assertEquals(Power.State.OFF, bench.power().state());
			bench.power().on(CancelToken.none());
			assertEquals(Map.of(1, false, 2, true), relays);
			assertEquals(Power.State.ON, bench.power().state());
			bench.power().off(CancelToken.none());
			assertEquals(Map.of(1, false, 2, false), relays);
		}
	}

	@Test
	void bothChannelsOfAnExporterFile() throws Exception {
		try (var board = board(); var bench = PowerBench.exporter(home, "jumpstarter_driver_noyito_relay.driver.NoyitoPowerSerial",
				"{port: \"%s\", dual: true}".formatted(board.file), new SerialRelayFactory())) {
			bench.power().on(CancelToken.none());
			assertEquals(Map.of(1, true, 2, true), relays);
			relays.put(1, false);
			assertEquals(Power.State.UNKNOWN, bench.power().state());
		}
	}

	@Test
	void aBoardThatCannotTell() throws Exception {
		try (var board = new FakeDevice(home, "ttyUSB0", come -> come.length < 4 ? null : new byte[0]);
				var bench = bench("{port: %s, ask: false}".formatted(board.file))) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			bench.power().on(CancelToken.none());
			assertEquals(Power.State.ON, bench.power().state());
		}
	}

	@Test
	void aBoardThatSaysSomethingElse() throws Exception {
		try (var board = new FakeDevice(home, "ttyUSB0", _ -> "U-Boot\n".getBytes(StandardCharsets.US_ASCII)); var bench = bench("{port: %s}".formatted(board.file))) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			assertTrue(bench.node().state().detail().startsWith("The relay board answered \"U-Boot"), bench.node().state().detail());
		}
	}

	@Test
	void noBoard() throws Exception {
		try (var bench = bench("{port: /dev/no-such-port}")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertTrue(error.why().orElseThrow().startsWith("/dev/no-such-port cannot be opened"), error.getMessage());
		}
	}
}
