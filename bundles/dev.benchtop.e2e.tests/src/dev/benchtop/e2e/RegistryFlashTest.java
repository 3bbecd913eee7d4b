package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

import dev.benchtop.testing.Needs;
import dev.benchtop.testing.servers.Registry;

/** A disk and a firmware of a virtual board that lie in a registry, which wants to know who asks. */
class RegistryFlashTest {

	private static final String WRONG = "another secret";
	private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
	private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

	@TempDir
	private Path home;

	private Registry server;
	private ProductProcess product;
	private Path bench;
	private String disk;
	private String firmware;
	private String bios;
	private String root;

	@BeforeEach
	void pushed() throws Exception {
		Needs.programs("qemu-system-x86_64", "qemu-img", "xz", "sha256sum");
		product = new ProductProcess(home).without("OCI_USERNAME").without("OCI_PASSWORD").without("REGISTRY_AUTH_FILE").without("DOCKER_CONFIG")
				.with("HOME", home.toString());
		bench = Samples.desk(home.resolve("bench"));
		server = Registry.serveGuarded(home.resolve("registry"));
		final Path image = Samples.random(home.resolve("root.img.xz"), 6);
		root = Tools.sha256("xz -dc '" + image + "'");
		final var chip = new byte[128 << 10];
		new Random(7).nextBytes(chip);
		bios = digest(chip);
		disk = push("org/disk", "root.img.xz", Files.readAllBytes(image));
		firmware = push("org/firmware", "bios.bin", chip);
		assertEquals(0, product.run(bench, "trust").code());
	}

	@AfterEach
	void end() {
		if (server != null) {
			server.close();
		}
	}

	@Test
	void rootAndBiosAreFlashedByWhomTheRegistryKnows() throws Exception {
		refused("401", disk);
		assertEquals("empty", content(0));

		product.with("OCI_USERNAME", Registry.USER);
		refused("OCI authentication requires both username and password", disk);

		product.with("OCI_PASSWORD", WRONG);
		refused("401", disk);

		product.with("OCI_PASSWORD", Registry.PASSWORD);
		assertFlashed("desk", disk, root);
		assertFlashed("desk:bios", firmware, bios);
		assertTrue(content(0).startsWith("disk:v1, 6.0 MiB, flashed "), content(0));
		assertEquals(bios, dumped("bios"));
	}

	@Test
	void whatTheBenchSaysGoesBeforeTheEnvironment() throws Exception {
		Files.writeString(bench.resolve("images.yaml"), """
				apiVersion: benchtop.dev/v1
				kind: Storage
				metadata: {name: images}
				storage: {type: oci, config: {reference: %s, username: %s, password: '${secret:registry}', plain-http: true}}
				""".formatted(disk.substring("oci://".length()), Registry.USER));
		assertEquals(0, product.run(bench, "trust").code());
		final var secret = product.start(product.command(bench, "secret", "set", "registry"), bench);
		secret.getOutputStream().write((Registry.PASSWORD + '\n').getBytes(StandardCharsets.UTF_8));
		assertEquals(0, ProductProcess.end(secret).code());
		product.with("OCI_USERNAME", Registry.USER).with("OCI_PASSWORD", WRONG);

		assertFlashed("desk", "images:root.img.xz", root);
	}

	@Test
	void otherWaysToNameAnImageAreRefused() throws Exception {
		for (final String source : List.of(disk.replace("oci://", "docker://"), disk.substring("oci://".length()))) {
			final var ended = product.run(bench, "flash", "desk", source);
			assertTrue(ended.code() != 0, source);
			assertEquals("empty", content(0), source);
		}
	}

	private void assertFlashed(String target, String source, String sha256) throws Exception {
		final var flash = product.run(bench, "flash", target, source, "--json");
		assertEquals(0, flash.code(), flash.err());
		assertFalse(flash.out().contains(Registry.PASSWORD) || flash.err().contains(Registry.PASSWORD), flash.err());
		assertEquals(sha256, JsonParser.parseString(flash.out()).getAsJsonObject().get("sha256").getAsString());
	}

	private void refused(String why, String source) throws Exception {
		final var flash = product.run(bench, "flash", "desk", source);
		assertEquals(1, flash.code(), flash.err());
		assertTrue(flash.err().contains(why), flash.err());
		assertFalse(flash.err().contains(WRONG), flash.err());
	}

	private String content(int target) throws Exception {
		final var targets = product.run(bench, "targets", "desk", "--json");
		return JsonParser.parseString(targets.out()).getAsJsonArray().get(target).getAsJsonObject().get("content").getAsString();
	}

	private String dumped(String target) throws Exception {
		final Path file = home.resolve(target + ".dump");
		final var dump = product.run(bench, "dump", "desk:" + target, file.toString());
		assertEquals(0, dump.code(), dump.err());
		return digest(Files.readAllBytes(file));
	}

	/** Puts a file into the registry as {@code oras push} does (distribution specification, section push); how it is named. */
	private String push(String repository, String title, byte[] content) throws Exception {
		final String manifest = """
				{"schemaVersion":2,"mediaType":"%s","artifactType":"application/vnd.oci.bundle.v1",
				 "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"sha256:%s","size":2},
				 "layers":[{"mediaType":"application/octet-stream","digest":"sha256:%s","size":%d,"annotations":{"org.opencontainers.image.title":"%s"}}]}
				""".formatted(MANIFEST, digest(NOTHING), digest(content), content.length, title);
		final String base = "http://" + server.host() + "/v2/" + repository;
		try (var client = HttpClient.newHttpClient()) {
			for (final byte[] blob : Arrays.asList(NOTHING, content)) {
				final String location = send(client, "POST", base + "/blobs/uploads/", "", BodyPublishers.noBody()).headers().firstValue("Location").orElseThrow();
				send(client, "PUT", location + (location.contains("?") ? '&' : '?') + "digest=sha256:" + digest(blob), "application/octet-stream",
						BodyPublishers.ofByteArray(blob));
			}
			send(client, "PUT", base + "/manifests/v1", MANIFEST, BodyPublishers.ofString(manifest));
		}
		return "oci://" + server.host() + '/' + repository + ":v1";
	}

	private static HttpResponse<String> send(HttpClient client, String method, String address, String type, BodyPublisher body)
			throws IOException, InterruptedException {
		final String pair = Registry.USER + ':' + Registry.PASSWORD;
		final var request = HttpRequest.newBuilder(URI.create(address)).method(method, body)
				.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
		if (!type.isEmpty()) {
			request.header("Content-Type", type);
		}
		final var reply = client.send(request.build(), BodyHandlers.ofString());
		assertEquals(2, reply.statusCode() / 100, reply::body);
		return reply;
	}

	private static String digest(byte[] bytes) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
	}
}
