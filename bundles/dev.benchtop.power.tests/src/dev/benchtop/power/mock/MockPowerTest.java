package dev.benchtop.power.mock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.power.PowerBench;

/** Power without hardware. */
class MockPowerTest {

	@TempDir
	Path home;

	@Test
	void switchesAndReads() throws Exception {
		try (var bench = PowerBench.exporter(home, "jumpstarter_driver_power.driver.MockPower", "{}", new MockPowerFactory())) {
			final var power = bench.power();
			assertEquals(Power.State.OFF, power.state());
			assertEquals(Optional.of(new Readings(0, 0, 0)), power.readings(CancelToken.none()));
			power.on(CancelToken.none());
			assertEquals(Optional.of(new Readings(5, 2, 10)), power.readings(CancelToken.none()));
		}
	}

	@Test
	void anotherProcessSeesTheSame() throws Exception {
		try (var bench = PowerBench.of(home, "{}", new MockPowerFactory())) {
			bench.power().on(CancelToken.none());
		}
		try (var bench = PowerBench.of(home, "{}", new MockPowerFactory())) {
			assertEquals(Power.State.ON, bench.power().state());
		}
	}
}
