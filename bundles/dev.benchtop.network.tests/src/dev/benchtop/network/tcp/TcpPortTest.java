package dev.benchtop.network.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.network.NetworkBench;

/** Ports that are reached as they are. */
class TcpPortTest {

	@TempDir
	Path home;

	@Test
	void addressAndProtocol() throws Exception {
		try (var bench = NetworkBench.of(home, "{ssh: {type: tcp, config: {host: 127.0.0.1, port: 22}}, web: {type: tcp, config: {host: '[::1]', port: 8123, protocol: http}}}")) {
			final var ssh = bench.node("ssh").use(NetworkPort.class);
			assertEquals(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 22), ssh.address());
			assertEquals(Optional.of("ssh"), ssh.protocol());
			final var web = bench.node("web").use(NetworkPort.class);
			assertEquals(new InetSocketAddress(InetAddress.getByName("::1"), 8123), web.address());
			assertEquals(Optional.of("http"), web.protocol());
		}
	}

	@Test
	void anExporterFileOfJumpstarter() throws Exception {
		try (var bench = NetworkBench.ofFile(home, """
				apiVersion: jumpstarter.dev/v1alpha1
				kind: ExporterConfig
				metadata: {name: board}
				export:
				  net:
				    type: jumpstarter_driver_network.driver.TcpNetwork
				    config: {host: 127.0.0.1, port: 9999, enable_address: false}
				""")) {
			assertEquals(9999, bench.node("net").use(NetworkPort.class).address().getPort());
			assertEquals(Optional.empty(), bench.node("net").use(NetworkPort.class).protocol());
		}
	}

	@Test
	void anUnknownHostIsTold() throws Exception {
		try (var bench = NetworkBench.of(home, "{ssh: {type: tcp, config: {host: no-such-host.invalid, port: 22}}}")) {
			assertEquals("board/ssh: The host \"no-such-host.invalid\" is not known\nCheck the name, or write the address.",
					assertThrows(BenchException.class, () -> bench.node("ssh").use(NetworkPort.class).address()).getMessage());
		}
	}
}
