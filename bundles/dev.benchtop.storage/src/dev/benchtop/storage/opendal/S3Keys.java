package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.Secret;

/**
 * Finds the keys of an S3 account where OpenDAL finds them too: in the options, in the environment, in the file of AWS's tools. Those that a
 * server of Amazon's lends are known to OpenDAL alone.
 */
record S3Keys(Map<String, String> environment, Path home) {

	/** @param token of a session; null for none */
	record Pair(String accessKey, Secret secretKey, Secret token) {
	}

	static S3Keys system() {
		return new S3Keys(System.getenv(), Path.of(System.getProperty("user.home"))); //$NON-NLS-1$
	}

	/** An option, or what the first of these variables that is set says. */
	String setting(Native store, String option, String... variables) {
		String value = store.option(option);
		for (int i = 0; i < variables.length && value.isEmpty(); i++) {
			value = environment.getOrDefault(variables[i], ""); //$NON-NLS-1$
		}
		return value;
	}

	Optional<Pair> find(Native store) {
		final var given = pair(store.option("access_key_id"), store.option("secret_access_key"), store.option("session_token")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		if (given.isPresent() || !store.option("access_key_id").isEmpty() || store.option("disable_config_load").equals("true")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			return given;
		}
		return pair(variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_SESSION_TOKEN")).or(this::inFile); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private String variable(String name) {
		return environment.getOrDefault(name, ""); //$NON-NLS-1$
	}

	private static Optional<Pair> pair(String accessKey, String secretKey, String token) {
		return accessKey.isEmpty() || secretKey.isEmpty() ? Optional.empty()
				: Optional.of(new Pair(accessKey, new Secret(secretKey), token.isEmpty() ? null : new Secret(token)));
	}

	private Optional<Pair> inFile() {
		final String named = variable("AWS_SHARED_CREDENTIALS_FILE"); //$NON-NLS-1$
		final Path file = named.isEmpty() ? home.resolve(".aws/credentials") : Path.of(named); //$NON-NLS-1$
		final String wanted = '[' + environment.getOrDefault("AWS_PROFILE", "default") + ']'; //$NON-NLS-1$ //$NON-NLS-2$
		if (!Files.isReadable(file)) {
			return Optional.empty();
		}
		try {
			final Map<String, String> profile = new HashMap<>();
			boolean in = false;
			for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
				in = line.strip().startsWith("[") ? line.strip().equals(wanted) : in; //$NON-NLS-1$
				final int equals = line.indexOf('=');
				if (in && equals > 0) {
					profile.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
				}
			}
			return pair(profile.getOrDefault("aws_access_key_id", ""), profile.getOrDefault("aws_secret_access_key", ""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
					profile.getOrDefault("aws_session_token", "")); //$NON-NLS-1$ //$NON-NLS-2$
		} catch (IOException e) {
			return Optional.empty(); // OpenDAL may know keys from elsewhere, and says so where it does not
		}
	}
}
