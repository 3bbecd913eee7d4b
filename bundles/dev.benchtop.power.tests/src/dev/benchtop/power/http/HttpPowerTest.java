package dev.benchtop.power.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.core.capability.Power;
import dev.benchtop.power.PowerBench;
import dev.benchtop.power.http.Plug.Answer;
import dev.benchtop.testing.Ports;

/** Smart plugs by HTTP, against servers that answer as the real ones do. */
class HttpPowerTest {

	@TempDir
	Path home;

	private PowerBench bench(String config) throws Exception {
		return PowerBench.of(home, config, new HttpPowerFactory());
	}

	@Test
	void shellyOfTheFirstGeneration() throws Exception {
		try (var plug = Plug.shelly1(); var bench = bench("{preset: shelly-gen1, host: \"%s\"}".formatted(plug.host()))) {
			switches(bench, plug);
			bench.power().on(CancelToken.none());
			assertEquals(Optional.of(new Readings(Double.NaN, Double.NaN, 12.5)), bench.power().readings(CancelToken.none()));
			assertTrue(plug.requests.contains("GET /relay/0?turn=on"));
		}
	}

	@Test
	void shellyOfTheSecondGeneration() throws Exception {
		try (var plug = Plug.shelly2(); var bench = bench("{preset: shelly-gen2, host: \"%s\"}".formatted(plug.url("/")))) {
			switches(bench, plug);
			assertEquals(Optional.of(new Readings(230.1, 0.039, 8.9)), bench.power().readings(CancelToken.none()));
			assertTrue(plug.requests.contains("GET /rpc/Switch.Set?id=0&on=true"));
		}
	}

	@Test
	void tasmota() throws Exception {
		try (var plug = Plug.tasmota(""); var bench = bench("{preset: tasmota, host: \"%s\"}".formatted(plug.host()))) {
			switches(bench, plug);
			assertEquals(Optional.of(new Readings(229, 0.092, 21)), bench.power().readings(CancelToken.none()));
			assertTrue(plug.requests.contains("GET /cm?cmnd=Power%20On"));
		}
	}

	@Test
	void tasmotaTakesItsPasswordInTheQuery() throws Exception {
		try (var plug = Plug.tasmota("s3cr3t");
				var bench = bench("{preset: tasmota, host: \"%s\", channel: 1, auth: {basic: {user: admin, password: s3cr3t}}}".formatted(plug.host()))) {
			switches(bench, plug);
		}
	}

	@Test
	void wrongPasswordIsTold() throws Exception {
		try (var plug = Plug.tasmota("s3cr3t");
				var bench = bench("{preset: tasmota, host: \"%s\", auth: {basic: {user: admin, password: wr0ng}}}".formatted(plug.host()))) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("board/power: Power could not be switched on: http://" + plug.host()
					+ "/cm?user=\u2026&password=\u2026&cmnd=Power%20On answered with status 401: {\"WARNING\":\"Need user= &password= \"}\n"
					+ "Check user and password under \"auth\"; newer Shelly plugs want \"digest\", most others \"basic\".", error.getMessage());
			assertEquals(NodeState.Level.WARNING, bench.node().state().level());
			assertEquals("no answer", bench.node().state().word());
			assertFalse(bench.node().state().detail().contains("wr0ng"));
		}
	}

	private static void switches(PowerBench bench, Plug plug) throws Exception {
		final var power = bench.power();
		assertEquals(Power.State.OFF, power.state());
		power.on(CancelToken.none());
		assertTrue(plug.on);
		assertEquals(Power.State.ON, power.state());
		assertEquals(NodeState.Level.ON, bench.node().state().level());
		plug.on = false; // by its button
		assertEquals(Power.State.OFF, power.state());
		assertEquals(NodeState.Level.OFF, bench.node().state().level());
		power.cycle(Duration.ofMillis(1), CancelToken.none());
		assertTrue(plug.on);
		power.off(CancelToken.none());
		assertFalse(plug.on);
	}

	@Test
	void keysOfJumpstarter() throws Exception {
		try (var plug = new Plug(exchange -> exchange.getRequestURI().getPath().equals("/status")
				? Answer.json("{\"relays\":[{\"v\":\"12.1\"},{\"v\":5.2,\"a\":0.5}]}") : Answer.json("done"));
				var bench = PowerBench.exporter(home, "jumpstarter_driver_http_power.driver.HttpPower", """
						{name: device, power_on: {url: "%1$s/on", method: POST, data: "action=on"}, power_off: {url: "%1$s/off"},
						 power_read: {url: "%1$s/status", voltage_path: relays.1.v, current_path: "relays[1].a"}, auth: {basic: {user: admin, password: secret}}}"""
						.formatted(plug.url("")), new HttpPowerFactory())) {
			final var power = bench.power();
			assertEquals(Power.State.UNKNOWN, power.state());
			power.on(CancelToken.none());
			assertEquals(Power.State.ON, power.state(), "as it was switched last");
			power.off(CancelToken.none());
			assertEquals(List.of("POST /on action=on", "GET /off"), plug.requests);
			assertEquals(Optional.of(new Readings(5.2, 0.5, 2.6)), power.readings(CancelToken.none()));
		}
	}

	@Test
	void basicAuthenticationIsSent() throws Exception {
		try (var plug = new Plug(exchange -> new Answer(
				"Basic YWRtaW46c2VjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization")) ? 204 : 401, "", Map.of()));
				var bench = bench("{power_on: {url: \"%1$s\"}, power_off: {url: \"%1$s\"}, auth: {basic: {user: admin, password: secret}}}".formatted(plug.url("/")))) {
			bench.power().on(CancelToken.none());
			assertEquals(1, plug.requests.size());
		}
	}

	@Test
	void digestAuthenticationAnswersTheChallenge() throws Exception {
		final String challenge = "Digest qop=\"auth\", realm=\"shellyplus1-a8032ab1fe78\", nonce=\"60dc2c69\", algorithm=SHA-256";
		try (var plug = new Plug(exchange -> {
			final String given = exchange.getRequestHeaders().getFirst("Authorization");
			return given != null && given.startsWith("Digest username=\"admin\", realm=\"shellyplus1-a8032ab1fe78\", nonce=\"60dc2c69\", uri=\"/x?a=b\", algorithm=SHA-256")
					? Answer.json("{}") : new Answer(401, "", Map.of("WWW-Authenticate", challenge));
		}); var bench = bench("{power_on: {url: \"%1$s\"}, power_off: {url: \"%1$s\"}, auth: {digest: {user: admin, password: secret}}}".formatted(plug.url("/x?a=b")))) {
			bench.power().on(CancelToken.none());
			assertEquals(2, plug.requests.size());
		}
	}

	@Test
	void aPlugThatStaysAsItIsIsTold() throws Exception {
		try (var plug = new Plug(_ -> Answer.json("{\"state\":\"off\"}"));
				var bench = bench("{power_on: {url: \"%1$s\"}, power_off: {url: \"%1$s\"}, power_state: {url: \"%1$s\", path: state}}".formatted(plug.url("/")))) {
			assertEquals("board/power: Power could not be switched on: It took the command, and still says that it is off\n"
					+ "Something else may switch it, too; or the wrong switch is asked.",
					assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none())).getMessage());
		}
	}

	@Test
	void valueOfOn() throws Exception {
		try (var plug = new Plug(_ -> Answer.json("{\"state\":\"5 - active\"}"));
				var bench = bench("{power_on: {url: \"%1$s\"}, power_off: {url: \"%1$s\"}, power_state: {url: \"%1$s\", path: state, on_value: 5 - active}}"
						.formatted(plug.url("/")))) {
			assertEquals(Power.State.ON, bench.power().state());
		}
	}

	@Test
	void badReadingsSayWhatIsThere() throws Exception {
		try (var plug = new Plug(exchange -> exchange.getRequestURI().getPath().equals("/html") ? Answer.json("<html><b>hello</b></html>") : Answer.json("{\"ENERGY\":{\"Voltage\":[230]}}"))) {
			assertEquals("The meter could not be read: The answer has no \"ENERGY.Volts\": \"Volts\" is not there, in ENERGY: there are Voltage", unread(plug, "/", "ENERGY.Volts"));
			assertEquals("The meter could not be read: The answer has no \"ENERGY.Voltage.3\": \"3\" is not there, in ENERGY.Voltage: the list has 1 entries",
					unread(plug, "/", "ENERGY.Voltage.3"));
			assertEquals("The meter could not be read: At \"ENERGY\" the answer has no plain value: {\"Voltage\":[230]}", unread(plug, "/", "ENERGY"));
			assertEquals("The meter could not be read: The answer is no JSON: \"<html><b>hello</b></html>\"", unread(plug, "/html", "x"));
		}
	}

	private String unread(Plug plug, String path, String voltage) throws Exception {
		try (var bench = bench("{power_on: {url: \"%1$s\"}, power_off: {url: \"%1$s\"}, power_read: {url: \"%1$s\", voltage_path: \"%2$s\"}}".formatted(plug.url(path), voltage))) {
			final var error = assertThrows(BenchException.class, () -> bench.power().readings(CancelToken.none()));
			return error.what() + ": " + error.why().orElseThrow();
		}
	}

	@Test
	void nobodyThere() throws Exception {
		final int port = Ports.free();
		try (var bench = bench("{preset: shelly-gen1, host: \"127.0.0.1:%d\"}".formatted(port))) {
			assertEquals(Power.State.UNKNOWN, bench.power().state());
			assertEquals("no answer", bench.node().state().word());
			final var error = assertThrows(BenchException.class, () -> bench.power().off(CancelToken.none()));
			assertEquals("http://127.0.0.1:" + port + "/relay/0?turn=off cannot be reached", error.why().orElseThrow());
			assertEquals("Check that the plug has power and is in this network, and its address.", error.next().orElseThrow());
		}
	}

	@Test
	void anOwnCertificateIsTakenWhereTheFileSaysSo() throws Exception {
		try (var plug = Plug.secure(ownCertificate(), _ -> Answer.json("{}"))) {
			final String config = "preset: shelly-gen1, host: \"https://%s\"".formatted(plug.host());
			try (var bench = bench('{' + config + '}')) {
				final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
				assertEquals("The certificate of https://" + plug.host() + "/relay/0?turn=on is not trusted", error.why().orElseThrow());
				assertTrue(error.next().orElseThrow().contains("insecure"), error.getMessage());
			}
			final var error = assertThrows(BenchException.class, () -> insecure(config));
			assertEquals("The answer has no \"ison\": \"ison\" is not there, in its top: there are ", error.why().orElseThrow());
			assertEquals(List.of("GET /relay/0?turn=on", "GET /relay/0"), plug.requests);
		}
	}

	private void insecure(String config) throws Exception {
		try (var bench = bench('{' + config + ", insecure: true}")) {
			bench.power().on(CancelToken.none());
		}
	}

	private SSLContext ownCertificate() throws Exception {
		final Path file = home.resolve("own.p12");
		final var program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-alias", "own",
				"-dname", "CN=plug", "-storetype", "PKCS12", "-storepass", "keystore", "-keystore", file.toString()).inheritIO().start();
		assertEquals(0, program.waitFor());
		final var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(KeyStore.getInstance(file.toFile(), "keystore".toCharArray()), "keystore".toCharArray());
		final var context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	@Test
	void secretsAreNowhereToBeSeen() throws Exception {
		final String config = "power_on: {url: \"http://admin:hidden@127.0.0.1:1/on?token=hidden\", headers: {Authorization: \"hidden\\nhidden\"}}";
		try (var bench = bench("{%s, power_off: {url: \"ftp://admin:hidden@127.0.0.1:1/\"}}".formatted(config))) {
			final var header = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertEquals("No request can be made of \"http://127.0.0.1:1/on?token=…\"", header.why().orElseThrow());
			assertFalse(header.getMessage().contains("hidden"), header.getMessage());
			final var scheme = assertThrows(BenchException.class, () -> bench.power().off(CancelToken.none()));
			assertFalse(scheme.getMessage().contains("hidden"), scheme.getMessage());
		}
		assertEquals("http://127.0.0.1/?token=…", new HttpEndpoint("http://u:hidden@127.0.0.1/?token=hidden", "GET", "hidden", Map.of("X", "hidden")).toString());
	}

	@Test
	void silenceEndsWithTheTimeout() throws Exception {
		final var over = new CountDownLatch(1);
		try (var plug = new Plug(_ -> silent(over)); var bench = bench("{preset: shelly-gen1, host: \"%s\", timeout: 3s}".formatted(plug.host()))) {
			final var error = assertThrows(BenchException.class, () -> bench.power().on(CancelToken.none()));
			assertTrue(error.why().orElseThrow().endsWith("gave no answer within 3.0 s"), error.getMessage());
			over.countDown();
		}
	}

	@Test
	void cancelEndsTheRequest() throws Exception {
		final var over = new CountDownLatch(1);
		try (var plug = new Plug(_ -> silent(over)); var bench = bench("{preset: shelly-gen1, host: \"%s\", timeout: 1h}".formatted(plug.host()))) {
			final var token = new CancelToken();
			final var canceller = Thread.ofVirtual().start(() -> {
				try {
					plug.asked.await();
				} catch (InterruptedException e) {
					throw new IllegalStateException(e);
				}
				token.cancel();
			});
			assertTrue(assertThrows(BenchException.class, () -> bench.power().on(token)).isCancelled());
			canceller.join();
			over.countDown();
		}
	}

	private static Answer silent(CountDownLatch over) {
		try {
			over.await();
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		return Answer.json("{}");
	}

	@Test
	void whatIsMissingInTheFileIsTold() throws Exception {
		try (var bench = bench("{power_on: {url: \"http://x/\"}}")) {
			assertEquals(List.of("Without a preset, \"power_on\" and \"power_off\" are needed, each with a \"url\""), bench.findings());
		}
		try (var bench = bench("{preset: tasmota}")) {
			assertEquals(List.of("A known plug needs its \"host\""), bench.findings());
		}
	}
}
