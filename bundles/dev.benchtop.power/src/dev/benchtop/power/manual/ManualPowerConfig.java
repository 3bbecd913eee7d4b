package dev.benchtop.power.manual;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: manual-power}.
 *
 * @param on what the person is asked to do to switch on; empty for the usual words
 * @param off what the person is asked to do to switch off
 */
public record ManualPowerConfig(@Option(key = "power_on") String on, @Option(key = "power_off") String off) {
}
