package dev.benchtop.power.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;

/** USB ports by uhubctl, whose part a script with what it really prints plays. */
class UhubctlTest {

	private static final String HUB = """
			#!/bin/sh
			# -l 1-1.4 -p 2 [-a on|off]
			[ "$2" = 1-1.4 ] || { echo "No compatible devices detected at location $2!"; echo "Run with -h to get usage info."; exit 1; }
			echo "Current status for hub 1-1.4 [0bda:5411 Generic USB2.1 Hub, USB 2.10, 4 ports, ppps]"
			cat port 2>/dev/null || echo "  Port $4: 0000 off"
			case "$6" in
			on) echo "  Port $4: 0103 power enable connect [0403:6001 FTDI TTL232R-3V3 FTGA9U0H]" > port;;
			off) echo "  Port $4: 0000 off" > port;;
			esac
			[ -z "$6" ] || { echo "Sent power $6 request"; echo "New status for hub 1-1.4 [0bda:5411 Generic USB2.1 Hub, USB 2.10, 4 ports, ppps]"; cat port; }
			""";

	@TempDir
	Path home;

	private PowerBench bench(String hub) throws Exception {
		final Path program = Files.writeString(home.resolve("uhubctl"), HUB);
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		return PowerBench.of(home, "{hub: %s, port: 2, program: %s}".formatted(hub, program), new UhubctlFactory());
	}

	@Test
	void switchesAndAsks() throws Exception {
		try (var bench = bench("1-1.4")) {
			assertEquals(Power.State.OFF, bench.power().state());
			bench.power().on(CancelToken.none());
			assertEquals(Power.State.ON, bench.power().state());
			bench.power().off(CancelToken.none());
			assertEquals(Power.State.OFF, bench.power().state());
			assertEquals("USB hub 1-1.4, port 2", bench.node().state().detail());
		}
	}

	@Test
	void itsOwnWordsAreInTheError() throws Exception {
		try (var bench = bench("9-9")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertTrue(error.why().orElseThrow().contains("No compatible devices detected at location 9-9!"), error.getMessage());
		}
	}

	@Test
	void aProgramThatIsMissingIsTold() throws Exception {
		try (var bench = PowerBench.of(home, "{hub: 1-1, port: 2, program: no-such-program}", new UhubctlFactory())) {
			assertTrue(assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage().contains("no-such-program"));
		}
	}
}
