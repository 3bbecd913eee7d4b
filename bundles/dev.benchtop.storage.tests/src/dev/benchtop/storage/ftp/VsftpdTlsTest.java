package dev.benchtop.storage.ftp;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.testing.servers.FtpServer;

/** A server that encrypts, and takes a data connection only with the session of its control connection. */
class VsftpdTlsTest extends FtpContract {

	@TempDir
	private static Path folder;
	private static FtpServer server;
	private static Certificate certificate;

	@BeforeAll
	static void start() throws Exception {
		certificate = Certificate.make(folder);
		server = FtpServer.vsftpd(folder.resolve("served"), options(certificate));
	}

	/** Everything encrypted, and one session for all. */
	static String[] options(Certificate certificate) {
		return new String[] { "ssl_enable=YES", "allow_anon_ssl=YES", "force_anon_logins_ssl=YES", "force_anon_data_ssl=YES", "require_ssl_reuse=YES",
				"ssl_ciphers=HIGH", "rsa_cert_file=" + certificate.certificate(), "rsa_private_key_file=" + certificate.key() };
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
		return Configs.encrypted(server.port(), TlsMode.EXPLICIT, certificate.certificate(), root);
	}
}
