package dev.benchtop.storage.ftp;

import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.Secret;

/** Configurations of the tests. */
final class Configs {

	static final String USER = "anna";
	static final String PASSWORD = "correct horse";

	private Configs() {
	}

	static FtpConfig user(int port, String password, String root) {
		return new FtpConfig("127.0.0.1", port, USER, new Secret(password), TlsMode.NONE, root, DataMode.PASSIVE, null, false, Duration.ofMinutes(1));
	}

	static FtpConfig anybody(int port, String root, DataMode mode) {
		return new FtpConfig("127.0.0.1", port, "anonymous", null, TlsMode.NONE, root, mode, null, false, Duration.ofMinutes(1));
	}

	static FtpConfig encrypted(int port, TlsMode tls, Path authority, String root) {
		return new FtpConfig("127.0.0.1", port, "anonymous", null, tls, root, DataMode.PASSIVE, authority, authority == null, Duration.ofMinutes(1));
	}
}
