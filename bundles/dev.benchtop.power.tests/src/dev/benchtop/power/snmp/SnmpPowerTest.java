package dev.benchtop.power.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;

/** Outlets by SNMP 1 and 2c, against an agent in this process. */
class SnmpPowerTest {

	private static final String RARITAN = "1.3.6.1.4.1.13742.6.4.1.2.1.2.1";

	@TempDir
	Path home;

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new SnmpPowerFactory());
	}

	@Test
	void version2c() throws Exception {
		try (var pdu = new Pdu("s3cret"); var bench = bench("{host: 127.0.0.1, port: %d, plug: 7, version: v2c, community: s3cret}".formatted(pdu.port()))) {
			pdu.variables.put(new OID(RARITAN + ".7"), new Integer32(0));
			final var power = bench.power();
			assertEquals(Power.State.OFF, power.state());
			power.on(CancelToken.none());
			assertEquals(Power.State.ON, power.state());
			power.off(CancelToken.none());
			assertEquals(List.of(RARITAN + ".7 = 1", RARITAN + ".7 = 0"), pdu.sets);
			assertEquals("127.0.0.1, outlet 7", bench.node().state().detail());
		}
	}

	@Test
	void version1WithValuesOfItsOwn() throws Exception {
		try (var pdu = new Pdu("private"); var bench = bench("{host: 127.0.0.1, port: %d, oid: 1.3.6.1.4.1.318.1.1.12.3.3.1.1.4, plug: 2, version: v1, off_value: 2}"
				.formatted(pdu.port()))) {
			pdu.variables.put(new OID("1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.2"), new Integer32(2));
			assertEquals(Power.State.OFF, bench.power().state());
			bench.power().on(CancelToken.none());
			bench.power().off(CancelToken.none());
			assertEquals("1.3.6.1.4.1.318.1.1.12.3.3.1.1.4.2 = 2", pdu.sets.getLast());
		}
	}

	@Test
	void anotherVariableTellsTheState() throws Exception {
		try (var pdu = new Pdu("private"); var bench = bench("{host: 127.0.0.1, port: %d, oid: 1.3.1, state_oid: 1.3.2, plug: 1, version: v2c}".formatted(pdu.port()))) {
			pdu.variables.put(new OID("1.3.2.1"), new Integer32(1));
			assertEquals(Power.State.ON, bench.power().state());
		}
	}

	@Test
	void noSuchOutlet() throws Exception {
		try (var pdu = new Pdu("private"); var bench = bench("{host: 127.0.0.1, port: %d, plug: 99, version: v2c}".formatted(pdu.port()))) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("127.0.0.1:" + pdu.port() + " has no variable " + RARITAN + ".99", error.why().orElseThrow());
		}
	}

	@Test
	void aWrongCommunityIsSilence() throws Exception {
		try (var pdu = new Pdu("private"); var bench = bench("{host: 127.0.0.1, port: %d, plug: 1, version: v2c, community: guess, timeout: 300ms}".formatted(pdu.port()))) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("127.0.0.1:" + pdu.port() + " gave no answer within 0.3 s", error.why().orElseThrow());
			assertTrue(error.next().orElseThrow().contains("community"));
			assertTrue(!error.getMessage().contains("guess"));
		}
	}

	@Test
	void cancelEndsTheWait() throws Exception {
		try (var silent = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
				var bench = bench("{host: 127.0.0.1, port: %d, plug: 1, version: v2c, timeout: 1h}".formatted(silent.getLocalPort()))) {
			final var token = new CancelToken();
			final var failure = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> bench.power().on(token)), Thread.ofVirtual()::start);
			silent.receive(new java.net.DatagramPacket(new byte[2000], 2000));
			token.cancel();
			assertTrue(failure.get().isCancelled());
		}
	}

	@Test
	void whatVersion3NeedsIsTold() throws Exception {
		assertFindings("Version 3 needs a \"user\"", "{host: x, plug: 1}");
		assertFindings("\"auth_protocol\" needs an \"auth_key\", and \"priv_protocol\" a \"priv_key\"", "{host: x, plug: 1, user: u, auth_protocol: SHA}");
		assertFindings("Keys of version 3 have at least 8 characters", "{host: x, plug: 1, user: u, auth_protocol: SHA, auth_key: seven77}");
		assertFindings("Privacy needs authentication: give an \"auth_protocol\", too", "{host: x, plug: 1, user: u, priv_protocol: AES, priv_key: k}");
		assertFindings("An OID is numbers with dots between them", "{host: x, plug: 1, user: u, oid: sysName}");
	}

	private void assertFindings(String expected, String config) throws Exception {
		try (var bench = bench(config)) {
			assertEquals(List.of(expected), bench.findings());
		}
	}
}
