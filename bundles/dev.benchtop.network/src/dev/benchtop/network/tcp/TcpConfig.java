package dev.benchtop.network.tcp;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: tcp}.
 *
 * @param protocol what is spoken there; empty for what the port's number says
 */
public record TcpConfig(@Option(required = true) String host, @Option(required = true, min = 1, max = 65535) int port,
		@Option(proposals = {"ssh", "http", "https", "vnc", "telnet"}) String protocol) {
}
