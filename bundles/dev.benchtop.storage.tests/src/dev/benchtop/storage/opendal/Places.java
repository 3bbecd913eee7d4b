package dev.benchtop.storage.opendal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.testing.TestContext;
import dev.benchtop.testing.servers.Rclone;
import dev.benchtop.testing.servers.S3Proxy;

/** Configurations of the servers that tests use. */
final class Places {

	static final String USER = "tester";
	static final String PASSWORD = "pass word%";

	private Places() {
	}

	static Driver open(Path folder, String scheme, Map<String, String> options, boolean removeCreatedOnClose) throws BenchException {
		return new OpendalDriverFactory().create(new TestContext("store", "", folder), new OpendalConfig(scheme, options, removeCreatedOnClose));
	}

	static Map<String, String> s3(S3Proxy server, String root) {
		return new HashMap<>(Map.of("endpoint", server.endpoint(), "bucket", S3Proxy.BUCKET, "region", "us-east-1", "root", root,
				"access_key_id", S3Proxy.ACCESS_KEY, "secret_access_key", S3Proxy.SECRET_KEY));
	}

	static Map<String, String> webdav(Rclone server, String root) {
		return new HashMap<>(Map.of("endpoint", server.url(), "root", root, "username", USER, "password", PASSWORD));
	}

	static OpendalBackend backend(String scheme, Map<String, String> options) {
		return new OpendalBackend(new Native(scheme, options), S3Keys.system());
	}
}
