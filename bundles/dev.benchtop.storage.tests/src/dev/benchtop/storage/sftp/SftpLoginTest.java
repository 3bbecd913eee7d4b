package dev.benchtop.storage.sftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.testing.TestContext;
import dev.benchtop.testing.servers.Rclone.Protocol;
import dev.benchtop.testing.servers.Rclone;

class SftpLoginTest {

	@TempDir
	Path folder;

	private Keys host;
	private Path knownHosts;

	@BeforeEach
	void makeHostKey() throws Exception {
		host = Keys.make(folder, "ed25519");
		knownHosts = folder.resolve("known_hosts");
		Files.createDirectories(folder.resolve("served"));
		Files.writeString(folder.resolve("served/file"), "content");
	}

	@ParameterizedTest
	@ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
	void keysAndKnownHosts(String type) throws Exception {
		final Keys user = Keys.make(folder, type, "-N", "open sesame");
		Files.writeString(folder.resolve("authorized"), user.line());
		try (var server = serve("--authorized-keys", folder.resolve("authorized").toString())) {
			Files.writeString(knownHosts, "[127.0.0.1]:" + server.port() + ' ' + host.line() + '\n');
			try (var driver = driver(server, Optional.empty(), user.file(), "open sesame", "")) {
				assertEquals("content", read(driver));
			}
			try (var driver = driver(server, Optional.empty(), user.file(), "wrong", "")) {
				assertTrue(failure(driver).contains(user.file().toString()), failure(driver));
			}
		}
	}

	@Test
	void anUnknownServerIsRefusedWithTheWayToAcceptIt() throws Exception {
		try (var server = serve("--user", "u", "--pass", "right"); var driver = driver(server, Optional.of("right"), null, null, "")) {
			final String words = failure(driver);
			assertTrue(words.contains(host.fingerprint()) && words.contains("ssh-keyscan -p " + server.port() + " 127.0.0.1"), words);
			assertTrue(!words.contains("right"), words);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"ecdsa", "rsa"})
	void ofSeveralKeysThatOneIsAskedForThatIsKnown(String type) throws Exception {
		final Keys known = Keys.make(folder, type);
		try (var server = serve("--user", "u", "--pass", "right", "--key", known.file().toString())) {
			Files.writeString(knownHosts, "other.example.com " + host.line() + "\n[127.0.0.1]:" + server.port() + ' ' + known.line() + '\n');
			try (var driver = driver(server, Optional.of("right"), null, null, "")) {
				assertEquals("content", read(driver));
			}
		}
	}

	@Test
	void aChangedKeyIsRefused() throws Exception {
		final Keys other = Keys.make(folder, "ed25519", "-N", "other");
		try (var server = serve("--user", "u", "--pass", "right")) {
			Files.writeString(knownHosts, "[127.0.0.1]:" + server.port() + ' ' + other.line() + '\n');
			final String before = Files.readString(knownHosts);
			try (var driver = driver(server, Optional.of("right"), null, null, "")) {
				assertTrue(failure(driver).contains("another one"), failure(driver));
			}
			try (var driver = driver(server, Optional.of("right"), null, null, other.fingerprint())) {
				assertTrue(failure(driver).contains(host.fingerprint()), failure(driver));
			}
			assertEquals(before, Files.readString(knownHosts));
		}
	}

	@Test
	void aSessionThatDiedIsMadeAnew() throws Exception {
		final Driver driver;
		final int port;
		try (var server = serve("--user", "u", "--pass", "right")) {
			port = server.port();
			driver = driver(server, Optional.of("right"), null, null, host.fingerprint());
			assertEquals("content", read(driver));
		}
		try (driver; var again = Rclone.serveAt(port, Protocol.SFTP, folder.resolve("served"), "--user", "u", "--pass", "right", "--key",
				host.file().toString())) {
			assertEquals("content", read(driver));
		}
	}

	private Rclone serve(String... options) throws IOException, InterruptedException {
		final var all = new ArrayList<>(List.of(options));
		all.addAll(List.of("--key", host.file().toString()));
		return Rclone.serve(Protocol.SFTP, folder.resolve("served"), all.toArray(String[]::new));
	}

	private Driver driver(Rclone server, Optional<String> password, Path key, String passphrase, String hostKey) {
		final var config = new SftpConfig("127.0.0.1", server.port(), "u", password.map(Secret::new).orElse(null), key,
				passphrase == null ? null : new Secret(passphrase), "", hostKey, knownHosts, Duration.ofSeconds(20), false);
		return new SftpDriverFactory().create(new TestContext("store", "", folder), config);
	}

	private static String read(Driver driver) throws Exception {
		return Files.readString(driver.capability(Storage.class).orElseThrow().root().resolve("file"));
	}

	private static String failure(Driver driver) {
		return assertThrows(BenchException.class, () -> driver.capability(Storage.class).orElseThrow().test()).getMessage();
	}
}
