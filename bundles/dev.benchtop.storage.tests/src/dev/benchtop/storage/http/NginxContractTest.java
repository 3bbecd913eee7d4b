package dev.benchtop.storage.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.testing.TestContext;
import dev.benchtop.testing.servers.Nginx;

class NginxContractTest extends StorageContract {

	@TempDir
	static Path folder;

	private static Nginx server;

	@BeforeAll
	static void start() throws Exception {
		server = Nginx.serve(folder.resolve("files"), "location /forbidden/ { deny all; }");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	private Driver driver(String place) throws Exception {
		return new HttpDriverFactory().create(new TestContext("store", "", local),
				new HttpConfig(server.url() + place, null, null, null, Map.of(), null, null, false, false, Duration.ofSeconds(30)));
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(folder.resolve("files").resolve(place()));
		return driver(place());
	}

	@Override
	protected Optional<Driver> openRefused() throws Exception {
		return Optional.of(driver("forbidden"));
	}

	@Override
	protected boolean isListed(String name) {
		return !name.startsWith(".");
	}

	@Override
	protected void put(String path, byte[] content) throws Exception {
		final Path file = folder.resolve("files").resolve(place()).resolve(path);
		Files.createDirectories(file.getParent());
		Files.write(file, content);
	}
}
