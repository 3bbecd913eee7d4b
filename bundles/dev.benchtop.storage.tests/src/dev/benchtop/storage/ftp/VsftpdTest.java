package dev.benchtop.storage.ftp;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.servers.FtpServer;

/** A server without facts, whose listings are lines for people. */
class VsftpdTest extends FtpContract {

	@TempDir
	private static Path folder;
	private static FtpServer server;

	@BeforeAll
	static void start() throws Exception {
		server = FtpServer.vsftpd(folder.resolve("served"));
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
	FtpConfig config(String root) {
		return Configs.anybody(server.port(), root, DataMode.PASSIVE);
	}
}
