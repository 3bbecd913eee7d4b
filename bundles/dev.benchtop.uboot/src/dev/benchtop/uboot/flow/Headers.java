package dev.benchtop.uboot.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;

/** What a board sends to the server of an image to be let in, checked as RFC 7230 wants it. */
final class Headers {

	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); //$NON-NLS-1$
	private static final Pattern BEARER = Pattern.compile("[\\x21-\\x7e&&[^\"\\\\]]+"); //$NON-NLS-1$
	private static final int LONGEST = 4096;
	private static final String AUTHORIZATION = "Authorization"; //$NON-NLS-1$

	private Headers() {
	}

	/** All headers; one that is given goes before the token. */
	static Map<String, Secret> all(UbootFlasherConfig config) throws BenchException {
		final Map<String, Secret> given = config.headers() == null ? Map.of() : config.headers();
		final var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		final var all = new LinkedHashMap<String, Secret>();
		for (final var header : given.entrySet()) {
			final String name = header.getKey();
			if ((name + header.getValue().reveal()).chars().anyMatch(c -> c == '\r' || c == '\n')) {
				throw BenchException.usage(Messages.Headers_lines).build();
			}
			if (!TOKEN.matcher(name).matches()) {
				throw BenchException.usage(NLS.bind(Messages.Headers_name, name)).build();
			}
			if (!names.add(name)) {
				throw BenchException.usage(NLS.bind(Messages.Headers_twice, name)).build();
			}
			all.put(name, header.getValue());
		}
		if (config.bearerToken() != null) {
			final String token = bearer(config.bearerToken());
			if (!names.contains(AUTHORIZATION)) {
				all.put(AUTHORIZATION, new Secret("Bearer " + token)); //$NON-NLS-1$
			}
		}
		return all;
	}

	static String bearer(Secret secret) throws BenchException {
		final String token = secret.reveal().strip();
		if (token.isEmpty()) {
			throw BenchException.usage(Messages.Headers_bearerEmpty).build();
		}
		if (token.length() > LONGEST) {
			throw BenchException.usage(Messages.Headers_bearerLong).build();
		}
		if (!BEARER.matcher(token).matches()) {
			throw BenchException.usage(Messages.Headers_bearerBad).build();
		}
		return token;
	}
}
