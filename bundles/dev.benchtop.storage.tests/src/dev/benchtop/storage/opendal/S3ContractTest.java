package dev.benchtop.storage.opendal;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.storage.contract.StorageContract;
import dev.benchtop.testing.servers.S3Proxy;

class S3ContractTest extends StorageContract {

	@TempDir
	static Path folder;

	private static S3Proxy server;

	@BeforeAll
	static void start() throws Exception {
		server = S3Proxy.serve(folder.resolve("buckets"));
	}

	@AfterAll
	static void stop() {
		if (server != null) {
			server.close();
		}
	}

	@Override
	protected Driver open(boolean removeCreatedOnClose) throws Exception {
		return Places.open(local, "s3", Places.s3(server, place()), removeCreatedOnClose);
	}

	@Override
	protected Optional<Driver> openRefused() throws Exception {
		final var options = Places.s3(server, place());
		options.put("secret_access_key", "wrong");
		return Optional.of(Places.open(local, "s3", options, false));
	}

	/** S3Proxy keeps a file under a longer name. */
	@Override
	protected int longestName() {
		return 200;
	}
}
