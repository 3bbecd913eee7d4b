package dev.benchtop.storage.opendal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.testing.servers.Rclone;

class WebdavContractTest extends StorageContract {

	@TempDir
	static Path folder;

	private static Rclone server;

	@BeforeAll
	static void start() throws Exception {
		server = Rclone.serve(Rclone.Protocol.WEBDAV, folder.resolve("files"), "--user", Places.USER, "--pass", Places.PASSWORD);
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.close();
		}
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		Files.createDirectories(folder.resolve("files").resolve(place()));
		return Places.open(local, "webdav", Places.webdav(server, place()), removeCreatedOnClose);
	}

	@Override
	protected Optional<Driver> openRefused() throws Exception {
		final var options = Places.webdav(server, place());
		options.put("password", "wrong");
		return Optional.of(Places.open(local, "webdav", options, false));
	}
}
