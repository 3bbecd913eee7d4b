package dev.benchtop.storage.opendal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** One sentence of what a server answered to a request that it did not grant. */
final class ServerWords {

	private static final Map<Integer, String> PHRASES = Map.of(400, "Bad Request", 401, "Unauthorized", 403, "Forbidden", 404, "Not Found", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			405, "Method Not Allowed", 409, "Conflict", 412, "Precondition Failed", 500, "Internal Server Error", 503, "Service Unavailable", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			507, "Insufficient Storage"); //$NON-NLS-1$
	private static final Pattern CODE = Pattern.compile("<(?:\\w+:)?[Cc]ode>([^<]{1,100})<"); //$NON-NLS-1$
	private static final Pattern MESSAGE = Pattern.compile("<(?:\\w+:)?[Mm]essage>([^<]{1,500})<"); //$NON-NLS-1$
	private static final int LONGEST = 200;

	private ServerWords() {
	}

	/** @param body of the reply: an error in XML, plain text, a page or nothing */
	static BackendException failure(int status, String body) {
		final boolean plain = !body.stripLeading().startsWith("<"); //$NON-NLS-1$
		return failure(status, first(CODE, body), plain ? Optional.of(body) : first(MESSAGE, body));
	}

	/** @param code a word of the service, {@code NoSuchKey} */
	static BackendException failure(int status, Optional<String> code, Optional<String> message) {
		final Optional<String> said = message.map(ServerWords::line).filter(line -> !line.isEmpty());
		final Optional<String> phrase = code.or(() -> said.isPresent() ? Optional.empty() : Optional.ofNullable(PHRASES.get(status)));
		final String words = Stream.of(phrase, said).flatMap(Optional::stream).distinct().collect(Collectors.joining(": ")); //$NON-NLS-1$
		final boolean noPlace = code.filter("NoSuchBucket"::equals).isPresent(); // what is missing is no file //$NON-NLS-1$
		return new BackendException(noPlace ? Kind.FAILED : kind(status), NLS.bind(Messages.ServerWords_says, (status + " " + words).strip())); //$NON-NLS-1$
	}

	/** RFC 9110, section 15. */
	static Kind kind(int status) {
		return switch (status) {
		case 401, 403, 407 -> Kind.DENIED;
		case 404, 410 -> Kind.MISSING;
		case 405, 501 -> Kind.UNSUPPORTED;
		case 412 -> Kind.CHANGED;
		case 408, 429, 500, 502, 503, 504 -> Kind.BROKEN;
		default -> Kind.FAILED;
		};
	}

	private static Optional<String> first(Pattern pattern, String text) {
		final var match = pattern.matcher(text);
		return match.find() ? Optional.of(match.group(1)) : Optional.empty();
	}

	private static String line(String text) {
		final String line = text.strip().lines().findFirst().orElse("").strip().replaceAll("\\s+", " "); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return line.toLowerCase(Locale.ROOT).startsWith("<") ? "" : line.length() > LONGEST ? line.substring(0, LONGEST) + '\u2026' : line; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
