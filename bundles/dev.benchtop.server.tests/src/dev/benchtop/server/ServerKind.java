package dev.benchtop.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.apache.commons.net.tftp.TFTPClient;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** The two drivers, and what differs between them. */
enum ServerKind {

	TFTP, HTTP;

	String protocol() {
		return name().toLowerCase(Locale.ROOT);
	}

	Driver create(DriverContext context, Path root, String host, int port, String storage, boolean writable) throws BenchException {
		return this == TFTP
				? new TftpServerDriverFactory().create(context, new TftpServerConfig(root, host, port, storage, writable, ByteSize.parse("1M"), 16, 0,
						Duration.ofSeconds(5), true))
				: new HttpServerDriverFactory().create(context, new HttpServerConfig(root, host, port, storage, writable, ByteSize.parse("1M"), "", null, null, true));
	}

	static FileServer server(Driver driver) {
		return driver.capability(FileServer.class).orElseThrow();
	}

	/** Fetches a file as an independent client does. */
	byte[] fetch(InetSocketAddress server, String path) throws IOException {
		if (this == HTTP) {
			final var connection = (HttpURLConnection) URI.create("http:/" + server + "/" + path).toURL().openConnection(Proxy.NO_PROXY);
			try (var in = connection.getInputStream()) {
				return in.readAllBytes();
			}
		}
		final var client = new TFTPClient();
		client.open();
		try {
			final var out = new ByteArrayOutputStream();
			client.receiveFile(path, TFTPClient.BINARY_MODE, out, server.getAddress(), server.getPort());
			return out.toByteArray();
		} finally {
			client.close();
		}
	}
}
