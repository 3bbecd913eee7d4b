package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: sdwire}.
 *
 * @param serial which one; empty for the only one
 * @param medium the device file of the card; null where it is found by itself
 */
public record SdWireConfig(@Option String serial, @Option(key = "storage_device", advanced = true, proposals = "/dev/disk/by-path/") Path medium,
		@Option(key = "storage_timeout", value = "10s", advanced = true) Duration appear,
		@Option(key = "storage_leeway", value = "0s", advanced = true) Duration rest) {
}
