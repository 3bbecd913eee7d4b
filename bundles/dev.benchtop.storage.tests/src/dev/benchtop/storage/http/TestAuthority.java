package dev.benchtop.storage.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import dev.benchtop.testing.Needs;

/** An authority for certificates that nobody knows, made by openssl. */
public final class TestAuthority {

	private static final String PASSWORD = "of-tests";

	private final Path folder;

	private TestAuthority(Path folder) {
		this.folder = folder;
	}

	public static TestAuthority make(Path folder) throws IOException, InterruptedException {
		Needs.programs("openssl");
		final var authority = new TestAuthority(folder);
		authority.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
				"/CN=Authority of tests", "-keyout", "ca.key", "-out", "ca.pem");
		return authority;
	}

	/** Its certificate, as PEM. */
	public Path certificate() {
		return folder.resolve("ca.pem");
	}

	/** Sockets of a server with a certificate of this authority. */
	public ServerSocketFactory server(String name, String alternative) throws IOException, InterruptedException, GeneralSecurityException {
		openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=" + name, "-keyout", name + ".key", "-out", name + ".csr");
		Files.writeString(folder.resolve(name + ".ext"), "subjectAltName=" + alternative);
		openssl("x509", "-req", "-days", "2", "-in", name + ".csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extfile", name + ".ext",
				"-out", name + ".pem");
		openssl("pkcs12", "-export", "-in", name + ".pem", "-inkey", name + ".key", "-passout", "pass:" + PASSWORD, "-out", name + ".p12");
		final KeyStore store = KeyStore.getInstance("PKCS12");
		try (var in = Files.newInputStream(folder.resolve(name + ".p12"))) {
			store.load(in, PASSWORD.toCharArray());
		}
		final var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		final var context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context.getServerSocketFactory();
	}

	private void openssl(String... arguments) throws IOException, InterruptedException {
		final List<String> command = new ArrayList<>(List.of("openssl"));
		command.addAll(List.of(arguments));
		final Path log = folder.resolve("openssl.log");
		if (new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
			throw new IOException(command + ": " + Files.readString(log));
		}
	}
}
