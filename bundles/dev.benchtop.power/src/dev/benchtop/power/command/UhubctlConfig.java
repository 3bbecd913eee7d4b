package dev.benchtop.power.command;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: uhubctl}.
 *
 * @param hub where the hub is, as uhubctl says it: {@code 1-1.4}
 */
public record UhubctlConfig(@Option(required = true) String hub, @Option(required = true, min = 1, max = 32) int port,
		@Option(value = "uhubctl", advanced = true) String program, @Option(value = "20s", advanced = true) Duration timeout) {
}
