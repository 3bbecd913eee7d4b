package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: dutlink}.
 *
 * @param serial which one; empty for the only one
 * @param medium the device file of the stick while this machine has it
 * @param console the device file of the console; null where it is found by itself
 */
public record DutLinkConfig(@Option String serial, @Option(key = "storage_device", required = true, proposals = "/dev/disk/by-path/") Path medium,
		@Option(alias = "alternate_console", advanced = true, proposals = "/dev/serial/by-id/") String console,
		@Option(value = "115200", advanced = true, min = 1) int baudrate,
		@Option(key = "storage_timeout", value = "20s", advanced = true) Duration appear,
		@Option(key = "storage_leeway", value = "0s", advanced = true) Duration rest) {
}
