package dev.benchtop.storage.oci;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An artifact as {@code oras push} makes it: plain files as layers, named by their titles. */
final class TestArtifact {

	static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";
	static final String INDEX = "application/vnd.oci.image.index.v1+json";
	private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

	private final Map<Digest, byte[]> blobs = new LinkedHashMap<>();
	private final List<String> layers = new ArrayList<>();
	private String created = "";

	TestArtifact() {
		blobs.put(Digest.of(EMPTY), EMPTY);
	}

	/** Adds a file; its title is left out where it is empty. */
	TestArtifact with(String title, byte[] content) {
		final Digest digest = Digest.of(content);
		blobs.put(digest, content);
		final String annotations = title.isEmpty() ? "" : ",\"annotations\":{\"org.opencontainers.image.title\":\"%s\"}".formatted(quoted(title));
		layers.add("{\"mediaType\":\"application/octet-stream\",\"digest\":\"%s\",\"size\":%d%s}".formatted(digest, content.length, annotations));
		return this;
	}

	TestArtifact created(String time) {
		created = time;
		return this;
	}

	private static String quoted(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	Map<Digest, byte[]> blobs() {
		return blobs;
	}

	byte[] manifest() {
		return """
				{"schemaVersion":2,"mediaType":"%s","artifactType":"application/vnd.oci.bundle.v1",
				 "config":{"mediaType":"application/vnd.oci.empty.v1+json","digest":"%s","size":2},
				 "layers":[%s],"annotations":{%s}}
				""".formatted(IMAGE, Digest.of(EMPTY), String.join(",", layers), created.isEmpty() ? "" : "\"org.opencontainers.image.created\":\"" + created + '"').getBytes(StandardCharsets.UTF_8);
	}

	/** An index of manifests by platform, {@code os/architecture}; no platform is told where the name is empty. */
	static byte[] index(Map<String, byte[]> manifests) {
		final List<String> all = new ArrayList<>();
		manifests.forEach((platform, manifest) -> {
			final String[] parts = platform.split("/");
			final String told = platform.isEmpty() ? "" : ",\"platform\":{\"os\":\"%s\",\"architecture\":\"%s\"}".formatted(parts[0], parts[1]);
			all.add("{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d%s}".formatted(IMAGE, Digest.of(manifest), manifest.length, told));
		});
		return "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}".formatted(INDEX, String.join(",", all)).getBytes(StandardCharsets.UTF_8);
	}

	/** Writes a layout in which it has a tag. */
	void layout(Path folder, String tag) throws IOException {
		blobs.put(Digest.of(manifest()), manifest());
		for (final var blob : blobs.entrySet()) {
			final Path file = folder.resolve("blobs/sha256").resolve(blob.getKey().hex());
			Files.createDirectories(file.getParent());
			Files.write(file, blob.getValue());
		}
		Files.writeString(folder.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
		Files.writeString(folder.resolve("index.json"), """
				{"schemaVersion":2,"manifests":[{"mediaType":"%s","digest":"%s","size":%d,
				 "annotations":{"org.opencontainers.image.ref.name":"%s"}}]}
				""".formatted(IMAGE, Digest.of(manifest()), manifest().length, tag));
	}

	/** Pushes it to a registry that wants no credentials (distribution specification, section push). */
	void push(String host, String repository, String tag) throws IOException, InterruptedException {
		final String base = "http://" + host + "/v2/" + repository;
		try (var client = HttpClient.newHttpClient()) {
			for (final var blob : blobs.entrySet()) {
				final var begun = client.send(HttpRequest.newBuilder(URI.create(base + "/blobs/uploads/")).POST(BodyPublishers.noBody()).build(),
						BodyHandlers.ofString());
				final String location = begun.headers().firstValue("Location").orElseThrow(() -> new IOException(begun.body()));
				final URI upload = URI.create(location + (location.contains("?") ? "&" : "?") + "digest=" + blob.getKey());
				put(client, upload, "application/octet-stream", blob.getValue());
			}
			put(client, URI.create(base + "/manifests/" + tag), IMAGE, manifest());
		}
	}

	private static void put(HttpClient client, URI address, String type, byte[] content) throws IOException, InterruptedException {
		final var reply = client.send(HttpRequest.newBuilder(address).header("Content-Type", type).PUT(BodyPublishers.ofByteArray(content)).build(),
				BodyHandlers.ofString());
		if (reply.statusCode() != 201) {
			throw new IOException(reply.statusCode() + " " + reply.body());
		}
	}
}
