package dev.benchtop.storage.ftp;

import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.driver.Driver;
import dev.benchtop.testing.servers.FtpServer;

/** A server with a user and with facts. */
class PyftpdlibTest extends FtpContract {

	@TempDir
	private static Path folder;
	private static FtpServer server;

	@BeforeAll
	static void start() throws Exception {
		server = FtpServer.python(folder.resolve("served"), Configs.USER, Configs.PASSWORD);
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	Path served() {
		return folder.resolve("served");
	}

	@Override
	protected Optional<Driver> openRefused() {
		return Optional.of(driver(local, "FTP", new FtpBackend(Configs.user(server.port(), "wrong", place())), false));
	}

	@Override
	FtpConfig config(String root) {
		return Configs.user(server.port(), Configs.PASSWORD, root);
	}
}
