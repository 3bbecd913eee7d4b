package dev.benchtop.serial;

import java.nio.file.Path;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: socket}: a TCP port of a host, or a Unix socket.
 *
 * @param path the Unix socket
 * @param cps characters per second at most; 0 for no limit
 */
public record SocketConfig(@Option("localhost") String host, @Option(value = "0", min = 0, max = 65535) int port, @Option Path path,
		@Option(value = "0", min = 0, max = 1_000_000, advanced = true) int cps) {
}
