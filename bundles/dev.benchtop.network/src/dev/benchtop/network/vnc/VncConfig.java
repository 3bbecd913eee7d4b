package dev.benchtop.network.vnc;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: vnc}; where a child {@code tcp} is there, that is where the screen is.
 *
 * @param socket a Unix socket instead of host and port
 */
public record VncConfig(@Option String host, @Option(value = "5900", min = 1, max = 65535) int port, @Option Secret password,
		@Option(advanced = true) Path socket, @Option(value = "10s", advanced = true) Duration timeout) {
}
