package dev.benchtop.server.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a request (RFC 9112, section 3).
 *
 * @param path decoded, absolute, without the query
 * @param minor the 1 of {@code HTTP/1.1}
 * @param fields by lower-case names; lines of one name in their order
 */
record Request(String method, String path, int minor, Map<String, List<String>> fields) {

	/** The value of a field; those of several lines joined by commas (RFC 9110, section 5.3). */
	Optional<String> field(String name) {
		return Optional.ofNullable(fields.get(name)).map(lines -> String.join(", ", lines)); //$NON-NLS-1$
	}

	boolean isHead() {
		return method.equals("HEAD"); //$NON-NLS-1$
	}

	/** Whether the connection stays open afterwards (RFC 9112, section 9.3). */
	boolean keepsAlive() {
		final String options = field("connection").orElse("").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
		return minor >= 1 ? !options.contains("close") : options.contains("keep-alive"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Whether the client waits for a word before it sends its body (RFC 9110, section 10.1.1). */
	boolean expectsContinue() {
		return minor >= 1 && field("expect").filter("100-continue"::equalsIgnoreCase).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
