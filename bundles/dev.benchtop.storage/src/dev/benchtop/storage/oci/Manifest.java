package dev.benchtop.storage.oci;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.benchtop.storage.backend.BackendException;

/**
 * An image manifest, or an index of them, of OCI or Docker.
 *
 * @param manifests what an index has to choose from; empty for an image
 * @param layers the blobs of an image or artifact
 */
record Manifest(Digest digest, List<Descriptor> manifests, List<Descriptor> layers, Map<String, String> annotations) {

	/** What a registry is asked for. */
	static final String ACCEPT = String.join(", ", "application/vnd.oci.image.manifest.v1+json", "application/vnd.oci.image.index.v1+json", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			"application/vnd.oci.artifact.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json", //$NON-NLS-1$ //$NON-NLS-2$
			"application/vnd.docker.distribution.manifest.list.v2+json"); //$NON-NLS-1$

	static Manifest parse(byte[] json) throws BackendException {
		try {
			final JsonObject root = JsonParser.parseString(new String(json, StandardCharsets.UTF_8)).getAsJsonObject();
			final List<Descriptor> layers = new ArrayList<>(descriptors(root, "layers")); //$NON-NLS-1$
			layers.addAll(descriptors(root, "blobs")); //$NON-NLS-1$
			if (!root.has("manifests") && !root.has("layers") && !root.has("blobs")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				throw unreadable(Messages.Manifest_nothing, null);
			}
			return new Manifest(Digest.of(json), descriptors(root, "manifests"), layers, annotations(root)); //$NON-NLS-1$
		} catch (JsonParseException | IllegalStateException | UnsupportedOperationException | NumberFormatException | ClassCastException
				| NullPointerException e) {
			throw unreadable(e.getMessage(), e);
		}
	}

	private static BackendException unreadable(String why, Exception cause) {
		return new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Manifest_unreadable, why), cause);
	}

	boolean isIndex() {
		return layers.isEmpty() && !manifests.isEmpty();
	}

	private static List<Descriptor> descriptors(JsonObject root, String name) throws BackendException {
		final List<Descriptor> all = new ArrayList<>();
		if (root.has(name) && !root.get(name).isJsonNull()) {
			for (final JsonElement element : root.getAsJsonArray(name)) {
				all.add(descriptor(element.getAsJsonObject()));
			}
		}
		return all;
	}

	private static Descriptor descriptor(JsonObject json) throws BackendException {
		final long size = json.get("size").getAsLong(); //$NON-NLS-1$
		if (size < 0) {
			throw unreadable(NLS.bind(Messages.Manifest_size, size), null);
		}
		final Optional<Platform> platform = json.has("platform") ? Optional.of(platform(json.getAsJsonObject("platform"))) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$
		return new Descriptor(text(json, "mediaType"), Digest.parse(text(json, "digest")), size, annotations(json), platform); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Platform platform(JsonObject json) {
		return new Platform(text(json, "os"), text(json, "architecture"), text(json, "variant")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String text(JsonObject json, String name) {
		return json.has(name) ? json.get(name).getAsString() : ""; //$NON-NLS-1$
	}

	private static Map<String, String> annotations(JsonObject json) {
		final Map<String, String> all = new HashMap<>();
		if (json.has("annotations") && !json.get("annotations").isJsonNull()) { //$NON-NLS-1$ //$NON-NLS-2$
			json.getAsJsonObject("annotations").entrySet().forEach(entry -> all.put(entry.getKey(), entry.getValue().getAsString())); //$NON-NLS-1$
		}
		return all;
	}
}
