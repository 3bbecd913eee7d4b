package dev.benchtop.uboot.flow;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * How long things may take.
 *
 * @param off how long power stays off before it is switched on again
 * @param dhcp one try of U-Boot's dhcp
 * @param load one file that U-Boot loads
 * @param boot from the boot command to the question for the login
 * @param login each step of the login
 * @param silence how long the board may say nothing while it writes or reads back a piece of 16 MiB
 * @param sync how long the last bytes may take to the medium
 */
public record Timeouts(@Option("2s") Duration off, @Option("60s") Duration dhcp, @Option("120s") Duration load, @Option("180s") Duration boot,
		@Option("60s") Duration login, @Option("300s") Duration silence, @Option("1200s") Duration sync) {
}
