package dev.benchtop.storage.oci;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/** Credentials as podman and docker keep them: in files by registry and repository (containers-auth.json(5)), or with a helper program. */
final class AuthFiles {

	private static final List<String> DOCKER = List.of("docker.io", "index.docker.io", "registry-1.docker.io"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final Map<String, String> environment;

	AuthFiles(Map<String, String> environment) {
		this.environment = environment;
	}

	/** The files that are looked into, in that order. */
	private List<Path> files() {
		final List<Path> files = new ArrayList<>();
		final Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home"))); //$NON-NLS-1$ //$NON-NLS-2$
		variable("REGISTRY_AUTH_FILE").ifPresent(file -> files.add(Path.of(file))); //$NON-NLS-1$
		variable("XDG_RUNTIME_DIR").ifPresent(folder -> files.add(Path.of(folder, "containers", "auth.json"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		files.add(variable("XDG_CONFIG_HOME").map(Path::of).orElse(home.resolve(".config")).resolve("containers/auth.json")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		variable("DOCKER_CONFIG").ifPresent(folder -> files.add(Path.of(folder, "config.json"))); //$NON-NLS-1$ //$NON-NLS-2$
		files.add(home.resolve(".docker/config.json")); //$NON-NLS-1$
		return files;
	}

	private Optional<String> variable(String name) {
		return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
	}

	/** What the first file that knows the repository, a part of its path, or its registry says. */
	Optional<Credentials> find(OciReference.InRegistry reference) throws BackendException {
		for (final Path file : files()) {
			final Optional<Credentials> found = Files.isReadable(file) ? find(file, reference) : Optional.empty();
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private Optional<Credentials> find(Path file, OciReference.InRegistry reference) throws BackendException {
		try {
			final JsonObject root = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
			final List<String> names = names(reference);
			final JsonObject helpers = object(root, "credHelpers"); //$NON-NLS-1$
			for (final String name : names) {
				if (helpers.has(name)) {
					return new CredentialHelper(environment).ask(helpers.get(name).getAsString(), name);
				}
			}
			final JsonObject auths = object(root, "auths"); //$NON-NLS-1$
			for (final String name : names) {
				for (final Map.Entry<String, JsonElement> auth : auths.entrySet()) {
					final Optional<Credentials> found = plain(auth.getKey()).equals(name) ? credentials(auth.getValue().getAsJsonObject()) : Optional.empty();
					if (found.isPresent()) {
						return found;
					}
				}
			}
			return root.has("credsStore") ? store(root.get("credsStore").getAsString(), auths, names) : Optional.empty(); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
			if (e instanceof BackendException told) {
				throw told;
			}
			throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.AuthFiles_unreadable, file), e);
		}
	}

	/** A store keeps all passwords; the file names only what it knows. */
	private Optional<Credentials> store(String helper, JsonObject auths, List<String> names) throws BackendException {
		for (final String name : names) {
			for (final String known : auths.keySet()) {
				if (plain(known).equals(name)) {
					return new CredentialHelper(environment).ask(helper, known);
				}
			}
		}
		return Optional.empty();
	}

	private static JsonObject object(JsonObject root, String name) {
		return root.has(name) ? root.getAsJsonObject(name) : new JsonObject();
	}

	/** What may stand in a file for a repository, the longest first. */
	private static List<String> names(OciReference.InRegistry reference) {
		final List<String> names = new ArrayList<>();
		final boolean docker = DOCKER.contains(reference.registry());
		for (final String registry : docker ? DOCKER : List.of(reference.registry())) {
			for (String path = reference.repository(); !path.isEmpty(); path = path.substring(0, Math.max(0, path.lastIndexOf('/')))) {
				names.add(registry + '/' + path);
			}
		}
		names.addAll(docker ? DOCKER : List.of(reference.registry()));
		return names;
	}

	/** A name as docker writes it, {@code https://index.docker.io/v1/}, without scheme and version. */
	private static String plain(String name) {
		return name.replaceFirst("^https?://", "").replaceFirst("/v[12]/?$", "").replaceFirst("/$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}

	private static Optional<Credentials> credentials(JsonObject auth) {
		final String token = text(auth, "identitytoken"); //$NON-NLS-1$
		if (!token.isEmpty()) {
			return Optional.of(new Credentials("", new Secret(token))); //$NON-NLS-1$
		}
		final String pair = new String(Base64.getDecoder().decode(text(auth, "auth")), StandardCharsets.UTF_8); //$NON-NLS-1$
		final int colon = pair.indexOf(':');
		if (colon > 0) {
			return Optional.of(new Credentials(pair.substring(0, colon), new Secret(pair.substring(colon + 1).replaceFirst("\0+$", "")))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		final String user = text(auth, "username"); //$NON-NLS-1$
		return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials(user, new Secret(text(auth, "password")))); //$NON-NLS-1$
	}

	private static String text(JsonObject json, String name) {
		return json.has(name) ? json.get(name).getAsString().strip() : ""; //$NON-NLS-1$
	}
}
