package dev.benchtop.power.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.benchtop.core.Program;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: command-power}: command lines for the shell.
 *
 * @param state prints {@code on} or {@code off}
 * @param readings prints volts, amperes and watts, or JSON of them
 * @param folder where the commands run; empty for the bench's own
 */
public record CommandPowerConfig(@Option(key = "power_on", required = true) String on, @Option(key = "power_off", required = true) String off,
		@Option(key = "power_state") String state, @Option(key = "power_read") String readings,
		@Option(value = "30s", advanced = true) Duration timeout, @Option(advanced = true) Path folder,
		@Option(advanced = true) Map<String, String> environment) {

	/** Without arguments, which may hold a password. */
	@Override
	public String toString() {
		return Program.name(on);
	}
}
