package dev.benchtop.storage.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** What the status of a reply means (RFC 9110, section 15). */
final class Status {

	private static final Map<Integer, String> PHRASES = Map.ofEntries(Map.entry(301, "Moved Permanently"), Map.entry(302, "Found"), //$NON-NLS-1$ //$NON-NLS-2$
			Map.entry(303, "See Other"), Map.entry(307, "Temporary Redirect"), Map.entry(308, "Permanent Redirect"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(400, "Bad Request"), Map.entry(401, "Unauthorized"), Map.entry(403, "Forbidden"), Map.entry(404, "Not Found"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Map.entry(405, "Method Not Allowed"), Map.entry(407, "Proxy Authentication Required"), Map.entry(408, "Request Timeout"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(409, "Conflict"), Map.entry(410, "Gone"), Map.entry(411, "Length Required"), Map.entry(412, "Precondition Failed"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Map.entry(413, "Content Too Large"), Map.entry(416, "Range Not Satisfiable"), Map.entry(423, "Locked"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(429, "Too Many Requests"), Map.entry(500, "Internal Server Error"), Map.entry(501, "Not Implemented"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(502, "Bad Gateway"), Map.entry(503, "Service Unavailable"), Map.entry(504, "Gateway Timeout"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry(507, "Insufficient Storage")); //$NON-NLS-1$

	/** Where S3, Azure and WebDAV, or registries and other services in JSON, say what is wrong. */
	private static final Pattern MESSAGE = Pattern.compile("<(?:\\w+:)?[Mm]essage>([^<]+)<|\"(?:message|detail|error_description)\"\\s*:\\s*\"([^\"]+)\""); //$NON-NLS-1$
	private static final int LONGEST = 200;
	private static final int WORTH_READING = 4096;

	private Status() {
	}

	/** {@code 503 Service Unavailable}. */
	static String words(int status) {
		return PHRASES.containsKey(status) ? status + " " + PHRASES.get(status) : Integer.toString(status); //$NON-NLS-1$
	}

	private static Kind kind(int status) {
		return switch (status) {
		case 401, 403, 407 -> Kind.DENIED;
		case 404, 410 -> Kind.MISSING;
		case 405, 501 -> Kind.UNSUPPORTED;
		case 412 -> Kind.CHANGED;
		default -> Kind.FAILED;
		};
	}

	/** The failure that a reply tells, with what the server says about it; closes the reply. */
	static BackendException failure(HttpReply reply) {
		final String status = words(reply.status());
		return new BackendException(kind(reply.status()), said(reply).map(said -> NLS.bind(Messages.Status_said, status, said)).orElse(status));
	}

	private static Optional<String> said(HttpReply reply) {
		final String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT); //$NON-NLS-1$ //$NON-NLS-2$
		try (reply; var body = reply.body()) {
			if (type.startsWith("text/html")) { //$NON-NLS-1$
				return Optional.empty();
			}
			final String text = new String(body.readNBytes(WORTH_READING), StandardCharsets.UTF_8);
			final var message = MESSAGE.matcher(text);
			if (message.find()) {
				return line(reply.url(), message.group(1) == null ? message.group(2) : message.group(1));
			}
			return type.startsWith("text/plain") ? line(reply.url(), text) : Optional.empty(); //$NON-NLS-1$
		} catch (IOException e) {
			return Optional.empty(); // the status alone has to do where the rest of the answer got lost
		}
	}

	private static Optional<String> line(Url url, String text) {
		return url.scrub(text).lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst()
				.map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + '\u2026' : line);
	}
}
