package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server of files that runs on a port of this machine until it is closed. */
final class StorageServer implements AutoCloseable {

	static final String ACCESS_KEY = "desk";
	static final String SECRET_KEY = "bench top secret";
	private static final String SECRET_KEY_BCRYPT = "$2y$04$31xTEoCjvqGO2.SiZGPY2ONT9HfqJKFuDl3gxAeFvq68cFEmkuGH2";

	private final Process process;
	private final int port;

	private StorageServer(Process process, int port) {
		this.process = process;
		this.port = port;
	}

	/** S3 over a folder, whose folders are the buckets. */
	static StorageServer s3(Path folder, Path work) throws Exception {
		final Path jar = Path.of(System.getenv().getOrDefault("BENCHTOP_S3PROXY", ""));
		final boolean there = Files.isRegularFile(jar);
		assertTrue(there || !"1".equals(System.getenv("BENCHTOP_CI")), "BENCHTOP_S3PROXY names no jar");
		assumeTrue(there, "BENCHTOP_S3PROXY names no jar");
		final int port = freePort();
		final Path settings = Files.write(work.resolve("s3.properties"),
				List.of("s3proxy.authorization=aws-v2-or-v4", "s3proxy.identity=" + ACCESS_KEY, "s3proxy.credential=" + SECRET_KEY,
						"s3proxy.endpoint=http://127.0.0.1:" + port, "jclouds.provider=filesystem-nio2", "jclouds.identity=none", "jclouds.credential=none",
						"jclouds.filesystem.basedir=" + folder));
		return start(port, work.resolve("s3.log"), List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx256m",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-DLOG_LEVEL=warn", "-jar", jar.toString(), "--properties", settings.toString()));
	}

	/** A folder over WebDAV, for anybody. */
	static StorageServer webdav(Path folder, Path work) throws Exception {
		Tools.require("rclone");
		final int port = freePort();
		return start(port, work.resolve("webdav.log"), List.of("rclone", "serve", "webdav", folder.toString(), "--addr", "127.0.0.1:" + port));
	}

	/**
	 * A folder over HTTP below {@code /files/}, where only signed requests are answered; {@code /latest} leads there with the same query, and
	 * its own query has to come as it was written.
	 */
	static StorageServer signed(Path folder, Path work, String file, String query) throws Exception {
		Tools.require("nginx");
		final int port = freePort();
		final Path settings = Files.writeString(work.resolve("nginx.conf"), """
				daemon off;
				master_process off;
				pid %1$s/nginx.pid;
				error_log %1$s/nginx.log;
				events {}
				http {
					access_log off;
					absolute_redirect off;
					client_body_temp_path %1$s/body;
					proxy_temp_path %1$s/proxy;
					fastcgi_temp_path %1$s/fastcgi;
					uwsgi_temp_path %1$s/uwsgi;
					scgi_temp_path %1$s/scgi;
					server {
						listen 127.0.0.1:%2$d;
						location = /latest {
							if ($request_uri != "/latest?%5$s") { return 403; }
							return 302 files/%4$s?%5$s;
						}
						location /files/ {
							if ($request_uri != "/files/%4$s?%5$s") { return 403; }
							alias "%3$s/";
						}
					}
				}
				""".formatted(work, port, folder, file, query));
		return start(port, work.resolve("nginx.out"),
				List.of("nginx", "-p", work.toString(), "-e", work.resolve("nginx.log").toString(), "-c", settings.toString()));
	}

	/** An empty OCI registry, for {@value #ACCESS_KEY} with {@value #SECRET_KEY} only. */
	static StorageServer registry(Path work) throws Exception {
		Tools.require("docker-registry");
		final int port = freePort();
		final Path people = Files.writeString(work.resolve("people"), ACCESS_KEY + ':' + SECRET_KEY_BCRYPT + '\n');
		final Path settings = Files.writeString(work.resolve("registry.yml"), """
				version: 0.1
				log: {level: warn}
				storage: {filesystem: {rootdirectory: %s}}
				auth: {htpasswd: {realm: desk, path: %s}}
				http: {addr: "127.0.0.1:%d", secret: of-tests}
				""".formatted(work.resolve("registry"), people, port));
		return start(port, work.resolve("registry.log"), List.of("docker-registry", "serve", settings.toString()));
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static StorageServer start(int port, Path log, List<String> command) throws Exception {
		final var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
		builder.environment().put("RCLONE_CONFIG", log.resolveSibling("no-rclone.conf").toString());
		final var server = new StorageServer(builder.start(), port);
		Waits.until(command.getFirst() + " on port " + port, Duration.ofSeconds(60), server::listens, () -> "See " + log);
		return server;
	}

	private boolean listens() {
		assertTrue(process.isAlive(), "the server has ended");
		try (var socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	String url() {
		return "http://127.0.0.1:" + port;
	}

	@Override
	public void close() throws Exception {
		process.destroy();
		if (!process.waitFor(5, TimeUnit.SECONDS)) {
			process.destroyForcibly().waitFor();
		}
	}
}
