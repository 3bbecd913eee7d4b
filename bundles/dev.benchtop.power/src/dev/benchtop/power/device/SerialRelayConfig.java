package dev.benchtop.power.device;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: serial-relay}.
 *
 * @param dual whether channels 1 and 2 are switched together
 * @param ask whether the board is asked how it stands; some cannot tell
 */
public record SerialRelayConfig(@Option(required = true) Path port, @Option(value = "1", min = 1, max = 8) int channel, @Option("false") boolean dual,
		@Option(value = "9600", advanced = true) int baudrate, @Option(value = "true", advanced = true) boolean ask,
		@Option(value = "3s", advanced = true) Duration timeout) {
}
