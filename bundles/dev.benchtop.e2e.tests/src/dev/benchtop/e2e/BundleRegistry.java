package dev.benchtop.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An OCI registry (distribution specification) on a port of this machine, which hands a token out to anybody and wants it with every request. */
final class BundleRegistry implements AutoCloseable {

	private static final String TOKEN = "t0ken";
	private static final String REPOSITORY = "/v2/org/bundle";

	private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
	private final AtomicInteger tokens = new AtomicInteger();
	private final HttpServer server;

	BundleRegistry() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		server.start();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			final String path = exchange.getRequestURI().getPath();
			if (path.equals("/token")) {
				tokens.incrementAndGet();
				send(exchange, 200, ("{\"token\":\"" + TOKEN + "\"}").getBytes(StandardCharsets.UTF_8));
			} else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
				exchange.getResponseHeaders().set("WWW-Authenticate",
						"Bearer realm=\"http://127.0.0.1:" + port() + "/token\",service=\"desk\",scope=\"repository:org/bundle:pull\"");
				send(exchange, 401, new byte[0]);
			} else {
				final byte[] found = answers.get(path);
				send(exchange, found == null ? 404 : 200, found == null ? new byte[0] : found);
			}
		}
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
		exchange.getResponseBody().write(body);
	}

	private int port() {
		return server.getAddress().getPort();
	}

	/** How a tag is named. */
	String reference(String tag) {
		return "127.0.0.1:" + port() + "/org/bundle:" + tag;
	}

	/** How often a token was asked for. */
	int tokens() {
		return tokens.get();
	}

	/** Puts files under a tag; returns the digest of the manifest. */
	String push(String tag, Map<String, byte[]> files) {
		final String layers = files.entrySet().stream().map(file -> {
			put(file.getValue());
			return "{\"mediaType\":\"application/octet-stream\",\"digest\":\"%s\",\"size\":%d,\"annotations\":{\"org.opencontainers.image.title\":\"%s\"}}"
					.formatted(digest(file.getValue()), file.getValue().length, file.getKey());
		}).collect(Collectors.joining(","));
		final byte[] empty = "{}".getBytes(StandardCharsets.UTF_8);
		return manifest(tag, """
				{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"application/vnd.oci.bundle.v1",
				 "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},"layers":[%s]}""".formatted(digest(empty), layers));
	}

	/** Puts an index under a tag that leads to one manifest. */
	void index(String tag, String manifest) {
		final byte[] content = answers.get(REPOSITORY + "/manifests/" + manifest);
		manifest(tag, """
				{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[
				 {"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":%d}]}""".formatted(manifest, content.length));
	}

	private String manifest(String tag, String json) {
		final byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		answers.put(REPOSITORY + "/manifests/" + tag, bytes);
		answers.put(REPOSITORY + "/manifests/" + digest(bytes), bytes);
		return digest(bytes);
	}

	private void put(byte[] blob) {
		answers.put(REPOSITORY + "/blobs/" + digest(blob), blob);
	}

	/** Has other bytes sent for a blob. */
	void spoil(byte[] blob, byte[] sent) {
		answers.put(REPOSITORY + "/blobs/" + digest(blob), sent);
	}

	private static String digest(byte[] bytes) {
		try {
			return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}
}
