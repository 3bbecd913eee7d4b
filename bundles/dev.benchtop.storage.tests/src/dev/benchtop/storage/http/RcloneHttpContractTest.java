package dev.benchtop.storage.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.testing.TestContext;
import dev.benchtop.testing.servers.Rclone;

class RcloneHttpContractTest extends StorageContract {

	@TempDir
	static Path folder;

	private static Rclone server;

	@BeforeAll
	static void start() throws Exception {
		server = Rclone.serve(Rclone.Protocol.HTTP, folder.resolve("files"), "--user", "joe", "--pass", "s3cret");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Driver driver(String password) throws Exception {
		return new HttpDriverFactory().create(new TestContext("store", "", local), new HttpConfig(server.url() + place(), "joe", new Secret(password), null,
				Map.of(), null, null, false, false, Duration.ofSeconds(30)));
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(folder.resolve("files").resolve(place()));
		return driver("s3cret");
	}

	@Override
	protected Optional<Driver> openRefused() throws Exception {
		return Optional.of(driver("wrong"));
	}

	@Override
	protected void put(String path, byte[] content) throws Exception {
		final Path file = folder.resolve("files").resolve(place()).resolve(path);
		Files.createDirectories(file.getParent());
		Files.write(file, content);
	}
}
