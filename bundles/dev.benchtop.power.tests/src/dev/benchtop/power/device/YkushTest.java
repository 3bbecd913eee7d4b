package dev.benchtop.power.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;

/** YKUSH hubs, against reports that go through a pseudo terminal. */
class YkushTest {

	@TempDir
	Path home;
	private Path system;
	private Path devices;
	private final boolean[] ports = new boolean[4];

	@BeforeEach
	void folders() throws IOException {
		system = Files.createDirectory(home.resolve("hidraw"));
		devices = Files.createDirectory(home.resolve("dev"));
		hid("hidraw0", "0003:0000046D:0000C077", "");
	}

	private void hid(String name, String id, String serial) throws IOException {
		Files.writeString(Files.createDirectories(system.resolve(name).resolve("device")).resolve("uevent"),
				"DRIVER=hid-generic\nHID_ID=%s\nHID_NAME=Yepkit YKUSH\nHID_PHYS=usb-1/input0\nHID_UNIQ=%s\n".formatted(id, serial));
	}

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new YkushFactory(system, devices));
	}

	private FakeDevice hub(String name, String serial) throws Exception {
		hid(name, "0003:000004D8:0000F2F7", serial);
		return new FakeDevice(devices, name, this::answer);
	}

	private byte[] answer(byte[] come) {
		if (come.length < 65) {
			return null;
		}
		assertEquals(0, come[0], "the number of the report");
		final byte[] answer = new byte[64];
		answer[0] = 1;
		final int port = come[1] & 0x0F;
		switch (come[1] & 0xF0) {
		case 0x00, 0x10 -> {
			for (int i = 1; i <= 3; i++) {
				ports[i] = port == i || port == 0x0A ? (come[1] & 0x10) != 0 : ports[i];
			}
		}
		case 0x20 -> answer[1] = (byte) ((ports[port] ? 0x10 : 0) | port);
		default -> answer[0] = 0;
		}
		return answer;
	}

	@Test
	void onePort() throws Exception {
		try (var _ = hub("hidraw3", "YK25838"); var bench = bench("{serial: YK25838, port: 2}")) {
			assertEquals(Power.State.OFF, bench.power().state());
			bench.power().on(CancelToken.none());
			assertArrayEquals(new boolean[] { false, false, true, false }, ports);
			bench.power().off(CancelToken.none());
			assertEquals(Power.State.OFF, bench.power().state());
		}
	}

	@Test
	void allPortsOfAnExporterFile() throws Exception {
		try (var _ = hub("hidraw3", "YK25838");
				var bench = PowerBench.exporter(home, "jumpstarter_driver_yepkit.driver.Ykush", "{serial: \"YK25838\", port: all}", new YkushFactory(system, devices))) {
			bench.power().on(CancelToken.none());
			assertArrayEquals(new boolean[] { false, true, true, true }, ports);
			ports[1] = false;
			assertEquals(Power.State.UNKNOWN, bench.power().state());
		}
	}

	@Test
	void theHubIsNamedWhereThereAreSeveral() throws Exception {
		hid("hidraw4", "0003:000004D8:0000F11B", "YK30001");
		hid("hidraw5", "0003:000004D8:0000F2F7", "YK20001");
		try (var bench = bench("{port: 1}")) {
			assertEquals("board/power: Power could not be switched on: Several YKUSH hubs are plugged in, and \"serial\" does not say which is meant\n"
					+ "There are: YK30001, YK20001", assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage());
		}
		try (var bench = bench("{serial: YK1, port: 1}")) {
			assertEquals("board/power: Power could not be switched on: No YKUSH hub of serial number YK1 is plugged in\nThere are: YK30001, YK20001",
					assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage());
		}
	}

	@Test
	void aHubThatIsStuckIsTold() throws Exception {
		hid("hidraw4", "0003:000004D8:0000F2F7", "YK1");
		try (var stuck = new FakeDevice(devices, "hidraw4", _ -> null); var bench = bench("{port: 1, timeout: 100ms}")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals(stuck.file + " gave no answer within 0.1 s", error.why().orElseThrow());
		}
	}

	@Test
	void badPort() throws Exception {
		try (var bench = bench("{port: 4}")) {
			assertEquals(List.of("The port is 1, 2, 3 or all"), bench.findings());
		}
	}
}
