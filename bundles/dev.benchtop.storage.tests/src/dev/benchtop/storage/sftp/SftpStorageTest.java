package dev.benchtop.storage.sftp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.testing.TestContext;
import dev.benchtop.testing.servers.Rclone.Protocol;
import dev.benchtop.testing.servers.Rclone;

class SftpStorageTest extends StorageContract {

	@TempDir
	static Path folder;

	private static Keys keys;
	private static Rclone server;

	@BeforeAll
	static void serve() throws Exception {
		keys = Keys.make(folder, "ed25519");
		server = Rclone.serve(Protocol.SFTP, folder.resolve("served"), "--user", "tester", "--pass", "right", "--key", keys.file().toString());
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.close();
		}
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(folder.resolve("served").resolve(place()));
		return driver("right", removeCreatedOnClose);
	}

	@Override
	protected Optional<Driver> openRefused() throws Exception {
		return Optional.of(driver("wrong", false));
	}

	private Driver driver(String password, boolean removeCreatedOnClose) throws Exception {
		final var config = new SftpConfig("127.0.0.1", server.port(), "tester", new Secret(password), null, null, '/' + place(),
				keys.fingerprint(), null, Duration.ofSeconds(20), removeCreatedOnClose);
		return new SftpDriverFactory().create(new TestContext("store", "", local), config);
	}
}
