package dev.benchtop.network.ssh;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.capability.RemoteShell.Terminal;
import dev.benchtop.core.driver.Driver;

class SshDriverTest {

	@TempDir
	static Path served;

	private static Path hostKey;
	private static Path userKey;
	private static Path authorized;
	private static SshServer common;

	@TempDir
	Path folder;

	private SshServer server = common;

	@BeforeAll
	static void serve() throws Exception {
		hostKey = Keys.make(served.resolve("host"), "ed25519", "");
		userKey = Keys.make(served.resolve("user"), "ed25519", "");
		authorized = Files.copy(Keys.publicFile(userKey), served.resolve("authorized"));
		common = SshServer.start(served, hostKey, authorized);
	}

	@AfterAll
	static void stop() {
		if (common != null) {
			common.close();
		}
	}

	@Test
	void aCommandHasOutputErrorsAndAnExitCode() throws Exception {
		try (var driver = driver(byKey()); var running = shell(driver).start(Optional.of("echo out; echo err >&2; exit 3"), Optional.empty(), CancelToken.none())) {
			assertEquals("out\n", text(running.output()));
			assertEquals("err\n", text(running.errors()));
			assertEquals(3, running.await(CancelToken.none()));
		}
	}

	@ParameterizedTest
	@CsvSource({"true,0", "kill -TERM $$,143", "exit 255,255"})
	void itsEndIsToldAsAShellDoes(String command, int code) throws Exception {
		try (var driver = driver(byKey()); var running = shell(driver).start(Optional.of(command), Optional.empty(), CancelToken.none())) {
			assertEquals(code, running.await(CancelToken.none()));
		}
	}

	@Test
	void bytesGoThroughAsTheyAre() throws Exception {
		final var sent = new byte[3_000_001];
		new Random(1).nextBytes(sent);
		try (var driver = driver(byKey()); var running = shell(driver).start(Optional.of("cat"), Optional.empty(), CancelToken.none())) {
			final var writing = CompletableFuture.runAsync(() -> {
				try (var input = running.input()) {
					input.write(sent);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			}, task -> Thread.ofVirtual().start(task));
			assertArrayEquals(sent, running.output().readAllBytes());
			writing.join();
			assertEquals(0, running.await(CancelToken.none()));
		}
	}

	@Test
	void aTerminalHasItsSizeAndLearnsANewOne() throws Exception {
		try (var driver = driver(byKey()); var running = shell(driver).start(Optional.empty(), Optional.of(new Terminal("xterm", 100, 30)), CancelToken.none())) {
			final var output = new Expect(running.output());
			type(running, "stty size; echo $TERM\n");
			output.until("30 100");
			output.until("xterm");
			running.resize(123, 41);
			type(running, "stty size\n");
			output.until("41 123");
			type(running, "exit 7\n");
			assertEquals(7, running.await(CancelToken.none()));
		}
	}

	@Test
	void aPasswordLetsInAndAWrongOneIsNotShown() throws Exception {
		SshServer.requirePassword();
		try (var driver = driver(config(SshServer.PASSWORD, null, null, null, null, null))) {
			assertEquals("in\n", run(driver, "echo in"));
		}
		try (var driver = driver(config("secret-but-wrong", null, null, null, null, null))) {
			final String words = refusal(driver);
			assertTrue(words.contains("127.0.0.1:" + server.port()) && !words.contains("secret-but-wrong"), words);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
	void aKeyFromAFileOrAsTextWithItsPassphrase(String type) throws Exception {
		final Path key = Keys.make(folder.resolve("own"), type, "open sesame");
		Files.write(authorized, Files.readAllBytes(Keys.publicFile(key)), StandardOpenOption.APPEND);
		try (var driver = driver(config(null, Path.of("own"), null, "open sesame", null, null))) {
			assertEquals("in\n", run(driver, "echo in"));
		}
		try (var driver = driver(config(null, null, Files.readString(key), "open sesame", null, null))) {
			assertEquals("in\n", run(driver, "echo in"));
		}
		try (var driver = driver(config(null, key, null, "wrong", null, null))) {
			final String words = refusal(driver);
			assertTrue(words.contains(key.toString()) && !words.contains("wrong"), words);
		}
	}

	@Test
	void twoKeysAreOneTooMany() {
		final var two = config(null, userKey, "text", null, null, null);
		assertThrows(BenchException.class, () -> new SshDriverFactory().create(SshServer.board(folder, 0), two));
	}

	@Test
	void theFirstHostKeyIsKeptAndAnotherRefused() throws Exception {
		final var first = config(null, userKey, null, null, HostKeyPolicy.FIRST, null);
		final Path other = Keys.make(folder.resolve("other"), "ed25519", "");
		final int port;
		try (var before = SshServer.start(folder, hostKey, authorized)) {
			server = before;
			port = before.port();
			try (var driver = driver(first)) {
				assertEquals("in\n", run(driver, "echo in"));
				assertEquals("in\n", run(driver, "echo in"));
			}
		}
		try (var after = SshServer.start(folder, other, authorized, port)) {
			server = after;
			try (var driver = driver(first)) {
				final String words = refusal(driver);
				assertTrue(words.contains(folder.resolve("state/ssh/shell.known_hosts").toString()), words);
			}
			try (var driver = driver(byKey())) {
				assertEquals("in\n", run(driver, "echo in"));
			}
		}
	}

	@Test
	void knownHostsAndFingerprints() throws Exception {
		final var known = config(null, userKey, null, null, HostKeyPolicy.KNOWN, null);
		try (var driver = driver(known)) {
			assertTrue(refusal(driver).contains("ssh-keyscan -p " + server.port()), () -> refusal(driver));
		}
		Files.writeString(folder.resolve("known_hosts"), "[127.0.0.1]:" + server.port() + ' ' + Files.readString(Keys.publicFile(hostKey)));
		try (var driver = driver(known)) {
			assertEquals("in\n", run(driver, "echo in"));
		}
		try (var driver = driver(config(null, userKey, null, null, null, "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))) {
			assertTrue(refusal(driver).contains("host_key"), () -> refusal(driver));
		}
	}

	@Test
	void aBoardThatIsOffIsSaid() throws Exception {
		try (var driver = new SshDriverFactory().create(SshServer.board(folder, 0), byKey())) {
			assertTrue(refusal(driver).contains("the board is off"));
		}
	}

	@Test
	void aBoardThatDoesNotAnswerYetMayBeStarting() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var driver = driver(config("x", null, null, null, null, null, Duration.ofSeconds(1)), silent.getLocalPort())) {
			final var error = assertThrows(BenchException.class, () -> shell(driver).start(Optional.of("true"), Optional.empty(), CancelToken.none()));

			assertEquals("The board did not answer within 1 s", error.why().orElseThrow());
			assertEquals("It may still be starting: try again in a moment.", error.next().orElseThrow());
		}
	}

	@Test
	void aLostConnectionIsNoExitCode() throws Exception {
		try (var lost = SshServer.start(folder, hostKey, authorized); var driver = driver(byKey(), lost.port()); var running = shell(driver).start(Optional.of("echo on; cat"), Optional.empty(), CancelToken.none())) {
			new Expect(running.output()).until("on");
			lost.close();
			assertThrows(BenchException.class, () -> running.await(CancelToken.none()));
		}
	}

	@Test
	void cancellingEndsTheWait() throws Exception {
		final var cancel = new CancelToken();
		try (var driver = driver(byKey()); var running = shell(driver).start(Optional.of("echo on; cat"), Optional.empty(), cancel)) {
			new Expect(running.output()).until("on");
			Thread.ofVirtual().start(cancel::cancel);
			assertEquals(BenchException.Kind.CANCELLED, assertThrows(BenchException.class, () -> running.await(cancel)).kind());
		}
	}

	@ParameterizedTest
	@ValueSource(booleans = {true, false})
	void theSystemsOwnClientGetsThere(boolean file) throws Exception {
		final String program = SshServer.program("ssh");
		final Path odd = Files.createDirectories(folder.resolve("my \"boards\" 100%"));
		final Path key = Files.copy(userKey, odd.resolve("my key"), StandardCopyOption.COPY_ATTRIBUTES);
		final var config = file ? config(null, key, null, null, HostKeyPolicy.FIRST, null)
				: config(null, null, Files.readString(userKey), null, HostKeyPolicy.FIRST, null);
		try (var driver = new SshDriverFactory().create(SshServer.board(odd, server.port()), config)) {
			final var line = new ArrayList<>(shell(driver).client(odd.resolve("keys")));
			line.set(0, program);
			line.addAll(List.of("echo", "in"));
			final var process = new ProcessBuilder(line).redirectErrorStream(true).start();
			process.getOutputStream().close();
			assertEquals("in\n", text(process.getInputStream()));
			assertEquals("in\n", run(driver, "echo in"), "with the key that the other client has kept");
		}
	}

	private SshConfig byKey() {
		return config(null, userKey, null, null, null, null);
	}

	private SshConfig config(String password, Path file, String text, String passphrase, HostKeyPolicy policy, String hostKeyPrint) {
		return config(password, file, text, passphrase, policy, hostKeyPrint, Duration.ofSeconds(60));
	}

	private SshConfig config(String password, Path file, String text, String passphrase, HostKeyPolicy policy, String hostKeyPrint, Duration timeout) {
		return new SshConfig("", "", 22, SshServer.user(), secret(password), file, secret(text), secret(passphrase), policy, hostKeyPrint,
				folder.resolve("known_hosts"), "", timeout);
	}

	private static Secret secret(String text) {
		return text == null ? null : new Secret(text);
	}

	private Driver driver(SshConfig config) throws BenchException {
		return driver(config, server.port());
	}

	private Driver driver(SshConfig config, int port) throws BenchException {
		return new SshDriverFactory().create(SshServer.board(folder, port), config);
	}

	private static RemoteShell shell(Driver driver) {
		return driver.capability(RemoteShell.class).orElseThrow();
	}

	private static String run(Driver driver, String command) throws Exception {
		try (var running = shell(driver).start(Optional.of(command), Optional.empty(), CancelToken.none())) {
			final String output = text(running.output());
			assertEquals(0, running.await(CancelToken.none()));
			return output;
		}
	}

	private static String refusal(Driver driver) {
		final var refused = assertThrows(BenchException.class, () -> shell(driver).start(Optional.of("true"), Optional.empty(), CancelToken.none()));
		assertFalse(refused.getMessage().isEmpty());
		return refused.getMessage();
	}

	private static void type(RemoteShell.Running running, String text) throws Exception {
		running.input().write(text.getBytes(StandardCharsets.UTF_8));
		running.input().flush();
	}

	private static String text(InputStream input) throws Exception {
		return new String(input.readAllBytes(), StandardCharsets.UTF_8);
	}
}
