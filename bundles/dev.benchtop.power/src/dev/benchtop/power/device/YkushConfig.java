package dev.benchtop.power.device;

import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: ykush}.
 *
 * @param serial the serial number of the hub; empty where there is but one
 * @param port 1, 2, 3 or all
 */
public record YkushConfig(@Option String serial, @Option(value = "all", proposals = {"1", "2", "3", "all"}) String port,
		@Option(value = "2s", advanced = true) Duration timeout) {

	/** @throws IllegalArgumentException where the port is none */
	public YkushConfig {
		if (!port.matches("[1-3]|all")) { //$NON-NLS-1$
			throw new IllegalArgumentException(Messages.YkushConfig_badPort);
		}
	}
}
