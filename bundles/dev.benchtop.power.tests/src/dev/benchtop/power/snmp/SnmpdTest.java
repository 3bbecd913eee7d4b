package dev.benchtop.power.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;
import dev.benchtop.testing.Needs;

/** SNMP 3 against Debian's snmpd; the outlet is its variable nsDebugEnabled, which is 1 or 2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SnmpdTest {

	private static final String OUTLET = "oid: 1.3.6.1.4.1.8072.1.7.1.1, plug: 0, off_value: 2";

	private static final int ATTEMPTS = 3;
	private static final int QUESTIONS = 50;

	private Path home;
	private Process agent;
	private int port;

	@BeforeAll
	void start(@TempDir Path temporary) throws Exception {
		home = temporary;
		final Path program = Needs.program("snmpd");
		final Path config = Files.writeString(home.resolve("snmpd.conf"), """
				createUser full SHA "authentication" AES "privacy-key"
				createUser plain MD5 "authentication"
				createUser strong SHA-256 "authentication" AES "privacy-key"
				rwuser full priv
				rwuser plain auth
				rwuser strong priv
				""");
		boolean there = false;
		for (int attempt = 0; attempt < ATTEMPTS && !there; attempt++) {
			stop();
			port = freePort();
			final var builder = new ProcessBuilder(program.toString(), "-f", "-C", "-c", config.toString(), "-Lo", "-I", "-smux", "udp:127.0.0.1:" + port)
					.redirectErrorStream(true).redirectOutput(home.resolve("snmpd.log").toFile());
			builder.environment().put("SNMP_PERSISTENT_DIR", Files.createDirectories(home.resolve("persistent")).toString());
			agent = builder.start();
			there = answers();
		}
		assertTrue(there, () -> "snmpd does not answer:\n" + log());
	}

	private String log() {
		try {
			return Files.readString(home.resolve("snmpd.log"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static int freePort() throws IOException {
		try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0))) {
			return socket.getLocalPort();
		}
	}

	/** Asks until the agent answers, has ended, or was asked in vain often enough: somebody else may have had the port. */
	private boolean answers() throws Exception {
		try (var bench = bench("user: plain, auth_protocol: md5, auth_key: authentication, timeout: 600ms")) {
			for (int asked = 0; agent.isAlive() && asked < QUESTIONS; asked++) {
				if (bench.power().state() != Power.State.UNKNOWN) {
					return true;
				}
			}
		}
		return false;
	}

	@AfterAll
	void stop() throws InterruptedException {
		if (agent != null) {
			agent.destroy();
			if (!agent.waitFor(10, TimeUnit.SECONDS)) {
				agent.destroyForcibly().waitFor();
			}
		}
	}

	private PowerBench bench(String user) throws Exception {
		return PowerBench.of(home, "{host: 127.0.0.1, port: %d, %s, %s}".formatted(port, OUTLET, user), new SnmpPowerFactory());
	}

	@Test
	void authenticationAndPrivacy() throws Exception {
		switches("user: full, auth_protocol: SHA, auth_key: authentication, priv_protocol: AES, priv_key: privacy-key");
		switches("user: strong, auth_protocol: sha256, auth_key: authentication, priv_protocol: aes, priv_key: privacy-key");
	}

	@Test
	void authenticationAlone() throws Exception {
		switches("user: plain, auth_protocol: MD5, auth_key: authentication");
	}

	private void switches(String user) throws Exception {
		try (var bench = bench(user)) {
			final var power = bench.power();
			power.on(CancelToken.none());
			assertEquals(Power.State.ON, power.state());
			power.off(CancelToken.none());
			assertEquals(Power.State.OFF, power.state());
		}
	}

	@Test
	void keysOfJumpstarter() throws Exception {
		try (var bench = PowerBench.exporter(home, "jumpstarter_driver_snmp.driver.SNMPServer", """
				{host: 127.0.0.1, user: plain, plug: 0, port: %d, oid: 1.3.6.1.4.1.8072.1.7.1.1, auth_protocol: "MD5", auth_key: authentication,
				 priv_protocol: "NONE", priv_key: null, timeout: 5.0}""".formatted(port), new SnmpPowerFactory())) {
			bench.power().on(CancelToken.none());
			assertEquals(Power.State.ON, bench.power().state());
		}
	}

	@Test
	void whatIsWrongIsTold() throws Exception {
		assertRefused("the user is not known", "user: nobody, auth_protocol: SHA, auth_key: authentication");
		assertRefused("Authorization error", "user: full, auth_protocol: SHA, auth_key: authentication");
	}

	/** What the agent reports of a wrong key does not always come through. */
	@Test
	void aWrongKeyIsNamed() throws Exception {
		try (var bench = bench("user: plain, auth_protocol: MD5, auth_key: something-else, timeout: 900ms")) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertTrue(error.getMessage().contains("key") && !error.getMessage().contains("something-else"), error.getMessage());
		}
	}

	private void assertRefused(String why, String user) throws Exception {
		try (var bench = bench(user)) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("127.0.0.1:" + port + " refused: " + why, error.why().orElseThrow());
		}
	}
}
