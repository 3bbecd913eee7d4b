package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: usb-sd-mux}.
 *
 * @param device the node of the mux: {@code /dev/usb-sd-mux/id-…}, or the {@code /dev/sgN} that it leads to
 * @param command the program that moves the medium
 * @param medium its device file; null where the node leads to it
 */
public record UsbSdMuxConfig(@Option(required = true, proposals = "/dev/usb-sd-mux/") Path device, @Option(value = "usbsdmux", advanced = true) String command,
		@Option(key = "storage_device", advanced = true) Path medium, @Option(key = "storage_timeout", value = "10s", advanced = true) Duration appear,
		@Option(key = "storage_leeway", value = "0s", advanced = true) Duration rest) {
}
