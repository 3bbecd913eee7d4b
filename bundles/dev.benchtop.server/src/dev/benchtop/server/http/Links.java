package dev.benchtop.server.http;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.benchtop.server.files.Percent;

/** The paths of published files: nobody guesses them, and whoever was told one needs no password. */
public final class Links {

	private static final SecureRandom RANDOM = new SecureRandom();
	private static final int BYTES = 16;

	private final Map<String, String> keys = new ConcurrentHashMap<>();

	/** The path of a published name as it stands in a URL; the same every time until it is forgotten. */
	public String path(String name) {
		return '/' + keys.computeIfAbsent(name, _ -> key()) + '/' + Percent.encode(name);
	}

	public void forget(String name) {
		keys.remove(name);
	}

	/** The published name that a decoded path leads to. */
	Optional<String> name(String path) {
		final int slash = path.indexOf('/', 1);
		if (slash < 0) {
			return Optional.empty();
		}
		final String name = path.substring(slash + 1);
		return Optional.ofNullable(keys.get(name)).filter(path.substring(1, slash)::equals).map(_ -> name);
	}

	private static String key() {
		final var bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}
}
