package dev.benchtop.server.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as HTTP writes them (RFC 9110, section 5.6.7), to the second. */
final class HttpDate {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US) //$NON-NLS-1$
			.withZone(ZoneOffset.UTC);

	private HttpDate() {
	}

	static String of(Instant time) {
		return FORMAT.format(time);
	}

	static String now() {
		return of(Instant.now());
	}

	/** The time that is meant; empty where the text is none in this form. */
	static Optional<Instant> parse(String text) {
		try {
			return Optional.of(FORMAT.parse(text.strip(), Instant::from));
		} catch (DateTimeException _) {
			return Optional.empty();
		}
	}
}
