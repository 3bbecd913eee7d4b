package dev.benchtop.storage.ftp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;

import dev.benchtop.testing.Needs;

/** A self-signed certificate for 127.0.0.1 with its key, in PEM. */
record Certificate(Path certificate, Path key) {

	static Certificate make(Path folder) throws IOException, InterruptedException {
		Needs.programs("openssl");
		final var made = new Certificate(folder.resolve("server.pem"), folder.resolve("server.key"));
		final var process = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj",
				"/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", made.key.toString(), "-out", made.certificate.toString())
				.redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
		assertEquals(0, process.waitFor());
		return made;
	}
}
