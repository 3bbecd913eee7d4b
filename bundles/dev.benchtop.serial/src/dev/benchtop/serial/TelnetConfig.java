package dev.benchtop.serial;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: telnet}.
 *
 * @param cps characters per second at most; 0 for no limit
 */
public record TelnetConfig(@Option(required = true) String host, @Option(value = "23", min = 1, max = 65535) int port,
		@Option(value = "0", min = 0, max = 1_000_000, advanced = true) int cps) {
}
