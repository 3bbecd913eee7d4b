package dev.benchtop.storage.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/** The headers of a request, and which of them another server may see. */
final class Headers {

	private static final List<String> PRIVATE = List.of("authorization", "cookie", "proxy-authorization", "x-amz-", "x-ms-", "x-goog-"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); //$NON-NLS-1$
	private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t\\x80-\\xff]*"); //$NON-NLS-1$
	private static final Pattern BEARER = Pattern.compile("[\\x21-\\x7e&&[^\"\\\\]]+"); //$NON-NLS-1$
	private static final List<String> ENGINES_OWN = List.of("connection", "content-length", "expect", "host", "upgrade", "range", "if-range"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$

	private Headers() {
	}

	/** @param foreign whether redirects have led to another server meanwhile, which gets nothing that is secret */
	static Map<String, String> of(HttpSettings settings, Call call, Url url, boolean foreign) {
		final Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		all.put("User-Agent", "Benchtop"); //$NON-NLS-1$ //$NON-NLS-2$
		all.put("Accept-Encoding", "identity"); //$NON-NLS-1$ //$NON-NLS-2$
		if (!foreign) {
			settings.token().ifPresent(token -> all.put("Authorization", "Bearer " + token.reveal())); //$NON-NLS-1$ //$NON-NLS-2$
			settings.login().ifPresent(login -> all.put("Authorization", basic(login))); //$NON-NLS-1$
			settings.headers().forEach((name, value) -> all.put(name, value.reveal()));
		}
		url.login().ifPresent(login -> all.put("Authorization", basic(login))); //$NON-NLS-1$
		call.headers().forEach((name, value) -> {
			if (!foreign || !isPrivate(name)) {
				all.put(name, value);
			}
		});
		return all;
	}

	private static boolean isPrivate(String name) {
		return PRIVATE.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
	}

	/** Basic authentication (RFC 7617), in UTF-8. */
	static String basic(HttpSettings.Login login) {
		final String pair = login.user() + ':' + login.password().reveal();
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
	}

	/** Whether these can be sent at all; what is secret in them is not told. */
	static void check(Map<String, Secret> headers) throws BackendException {
		for (final var header : headers.entrySet()) {
			if (!TOKEN.matcher(header.getKey()).matches()) {
				throw wrong(NLS.bind(Messages.Headers_name, header.getKey()));
			}
			if (ENGINES_OWN.contains(header.getKey().toLowerCase(Locale.ROOT))) {
				throw wrong(NLS.bind(Messages.Headers_own, header.getKey()));
			}
			if (!VALUE.matcher(header.getValue().reveal()).matches()) {
				throw wrong(NLS.bind(Messages.Headers_value, header.getKey()));
			}
		}
	}

	/** Whether this can be a bearer token (RFC 6750, section 2.1). */
	static void checkBearer(Secret token) throws BackendException {
		if (!BEARER.matcher(token.reveal()).matches()) {
			throw wrong(Messages.Headers_bearer);
		}
	}

	private static BackendException wrong(String words) {
		return new BackendException(BackendException.Kind.FAILED, words);
	}
}
