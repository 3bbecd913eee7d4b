package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.qemu.HostForward.Protocol;

class PortsTest {

	private static final String HERE = "127.0.0.1";

	@Test
	void aPortThatIsFreeIsChosenAndKept() throws Exception {
		final var config = Configs.bare().forward("ssh", new HostForward(Protocol.TCP, HERE, 0, 22)).get();
		final int port = new Ports("virtual", Map.of()).choose(config).get("ssh");

		assertTrue(port > 0);
		try (var taken = new ServerSocket()) {
			assertEquals(port, new Ports("virtual", Map.of("ssh", port)).choose(config).get("ssh"));
			taken.bind(new InetSocketAddress(HERE, port));
			final int other = new Ports("virtual", Map.of("ssh", port)).choose(config).get("ssh");
			assertTrue(other != port && other > 0);
		}
	}

	@Test
	void whoHasTheTakenPortIsNamed() throws Exception {
		try (var taken = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
			final var config = Configs.bare().forward("ssh", new HostForward(Protocol.TCP, HERE, taken.getLocalPort(), 22)).get();

			final var error = assertThrows(BenchException.class, () -> new Ports("virtual", Map.of()).choose(config));

			assertEquals("Port " + taken.getLocalPort() + " of 127.0.0.1 is taken", error.what());
			assertTrue(error.why().orElseThrow().endsWith(", process " + ProcessHandle.current().pid()), error.getMessage());
			assertEquals("Choose another hostport for ssh, or 0 for any that is free.", error.next().orElseThrow());
		}
	}

	@Test
	void aPortOfTheOtherProtocolIsNotTaken() throws Exception {
		try (var taken = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
			final var udp = Configs.bare().forward("dns", new HostForward(Protocol.UDP, HERE, taken.getLocalPort(), 53)).get();

			assertThrows(BenchException.class, () -> new Ports("virtual", Map.of()).choose(udp));
			assertTrue(PortOwner.of(Protocol.UDP, taken.getLocalPort()).orElseThrow().endsWith(", process " + ProcessHandle.current().pid()));
			assertEquals(Optional.empty(), PortOwner.of(Protocol.TCP, taken.getLocalPort()));
		}
	}

	@Test
	void aCommandLineIsShownWhoeverHasItsPorts() throws Exception {
		try (var taken = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
			final int port = taken.getLocalPort();
			final var asked = Configs.bare().forward("web", new HostForward(Protocol.TCP, HERE, port, 80)).get();
			final var any = Configs.bare().forward("web", new HostForward(Protocol.TCP, HERE, 0, 80)).get();

			assertEquals(port, new Ports("virtual", Map.of()).foresee(asked, false).get("web"));
			assertEquals(port, new Ports("virtual", Map.of("web", port)).foresee(any, true).get("web"), "the run that goes has it");
			assertTrue(new Ports("virtual", Map.of("web", port)).foresee(any, false).get("web") != port);
		}
	}

	@Test
	void theStubOfGdbHasOneToo() throws Exception {
		assertTrue(new Ports("virtual", Map.of()).choose(Configs.bare().gdb(0).get()).get("gdb") > 0);
		assertEquals(Map.of(), new Ports("virtual", Map.of()).choose(Configs.bare().get()));
	}
}
