package dev.benchtop.power.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.spi.Person;
import dev.benchtop.power.PowerBench;

/** Power that a person switches. */
class ManualPowerTest {

	/** Does what is asked, or refuses. */
	private static final class Someone implements Person {

		final List<String> asked = new ArrayList<>();
		boolean present = true;
		boolean willing = true;

		@Override
		public boolean present() {
			return present;
		}

		@Override
		public void ask(String place, String request, CancelToken cancel) throws BenchException {
			asked.add(place + ": " + request);
			if (!willing) {
				throw BenchException.cancelled();
			}
		}
	}

	@TempDir
	Path home;
	private final Someone someone = new Someone();

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new ManualPowerFactory(List.of(someone)));
	}

	@Test
	void asksAndRemembers() throws Exception {
		try (var bench = bench("{power_off: Pull the plug.}")) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			bench.power().on(CancelToken.none());
			assertEquals(Power.State.ON, bench.power().state());
			bench.power().off(CancelToken.none());
			assertEquals(List.of("board/power: Switch the power of board/power on.", "board/power: Pull the plug."), someone.asked);
		}
		try (var bench = bench("{}")) {
			assertEquals(Power.State.OFF, bench.power().state());
		}
	}

	@Test
	void whoRefusesCancels() throws Exception {
		someone.willing = false;
		try (var bench = bench("{}")) {
			assertTrue(assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).isCancelled());
			assertEquals(Power.State.UNKNOWN, bench.power().state());
		}
	}

	@Test
	void nobodyThereIsTold() throws Exception {
		someone.present = false;
		try (var bench = bench("{}")) {
			assertEquals("board/power: Power could not be switched on: It is switched by hand, and nobody can be asked here\n"
					+ "Do it from the window, or from a terminal.",
					assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage());
		}
	}
}
