package dev.benchtop.power.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers the challenge of digest access authentication (RFC 7616): SHA-256 and MD5, {@code qop=auth} and the old form without it. */
final class Digest {

	private static final Pattern PARAMETER = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s,]+))"); //$NON-NLS-1$
	private static final Set<String> KNOWN = Set.of("SHA-256", "MD5"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final SecureRandom RANDOM = new SecureRandom();

	private Digest() {
	}

	/** The header that answers the best of the challenges; empty where none is a digest that is known. */
	static Optional<String> answer(List<String> challenges, HttpAuth.User user, String method, URI uri) {
		return challenges.stream().filter(challenge -> challenge.regionMatches(true, 0, "Digest ", 0, 7)).map(Digest::parameters) //$NON-NLS-1$
				.filter(parameters -> KNOWN.contains(algorithm(parameters)))
				.min(Comparator.comparing(parameters -> !algorithm(parameters).equals("SHA-256"))) //$NON-NLS-1$
				.map(parameters -> answer(parameters, user, method, uri));
	}

	private static Map<String, String> parameters(String challenge) {
		final var parameters = new HashMap<String, String>();
		final var match = PARAMETER.matcher(challenge);
		while (match.find()) {
			parameters.put(match.group(1).toLowerCase(Locale.ROOT), match.group(2) != null ? match.group(2) : match.group(3));
		}
		return parameters;
	}

	private static String algorithm(Map<String, String> parameters) {
		return parameters.getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String answer(Map<String, String> parameters, HttpAuth.User user, String method, URI uri) {
		final String algorithm = algorithm(parameters);
		final String realm = parameters.getOrDefault("realm", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final String nonce = parameters.getOrDefault("nonce", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final String path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()) + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery()); //$NON-NLS-1$ //$NON-NLS-2$
		final String who = hash(algorithm, user.user() + ':' + realm + ':' + user.password().reveal());
		final String what = hash(algorithm, method + ':' + path);
		final boolean auth = List.of(parameters.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final String client = HexFormat.of().formatHex(random());
		final String count = "00000001"; //$NON-NLS-1$
		final String response = auth ? hash(algorithm, String.join(":", who, nonce, count, client, "auth", what)) : hash(algorithm, who + ':' + nonce + ':' + what); //$NON-NLS-1$ //$NON-NLS-2$
		return "Digest username=\"" + user.user() + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + path + "\", algorithm=" + algorithm //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				+ ", response=\"" + response + '"' + (auth ? ", qop=auth, nc=" + count + ", cnonce=\"" + client + '"' : "") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				+ (parameters.containsKey("opaque") ? ", opaque=\"" + parameters.get("opaque") + '"' : ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static byte[] random() {
		final var bytes = new byte[8];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	private static String hash(String algorithm, String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(algorithm, e);
		}
	}
}
