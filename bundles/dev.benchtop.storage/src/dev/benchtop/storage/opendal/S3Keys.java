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
 * Finds the secret key that belongs to an access key where OpenDAL finds it too: in the options, in the environment, in the file of AWS's
 * tools. Those that a server of Amazon's lends are known to OpenDAL alone.
 */
record S3Keys(Map<String, String> environment, Path home) {

	static S3Keys system() {
		return new S3Keys(System.getenv(), Path.of(System.getProperty("user.home"))); //$NON-NLS-1$
	}

	Optional<Secret> secret(Native store, String accessKey) {
		if (accessKey.equals(store.option("access_key_id"))) { //$NON-NLS-1$
			return Optional.of(store.option("secret_access_key")).filter(key -> !key.isEmpty()).map(Secret::new); //$NON-NLS-1$
		}
		if (accessKey.equals(environment.get("AWS_ACCESS_KEY_ID"))) { //$NON-NLS-1$
			return Optional.ofNullable(environment.get("AWS_SECRET_ACCESS_KEY")).map(Secret::new); //$NON-NLS-1$
		}
		return inFile(accessKey);
	}

	private Optional<Secret> inFile(String accessKey) {
		final String named = environment.get("AWS_SHARED_CREDENTIALS_FILE"); //$NON-NLS-1$
		final Path file = named == null ? home.resolve(".aws/credentials") : Path.of(named); //$NON-NLS-1$
		if (!Files.isReadable(file)) {
			return Optional.empty();
		}
		try {
			final Map<String, String> profile = new HashMap<>();
			for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
				if (line.strip().startsWith("[")) { //$NON-NLS-1$
					profile.clear();
				}
				final int equals = line.indexOf('=');
				if (equals > 0) {
					profile.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
				}
				if (accessKey.equals(profile.get("aws_access_key_id")) && profile.containsKey("aws_secret_access_key")) { //$NON-NLS-1$ //$NON-NLS-2$
					return Optional.of(new Secret(profile.get("aws_secret_access_key"))); //$NON-NLS-1$
				}
			}
			return Optional.empty();
		} catch (IOException e) {
			return Optional.empty(); // OpenDAL knows the keys from elsewhere, and goes on alone
		}
	}
}
