package dev.benchtop.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.benchtop.server.files.Percent;

/** Reads the heads of requests (RFC 9112, sections 2 to 5), strictly and with a limit. */
final class RequestReader {

	private static final int LONGEST_HEAD = 32 << 10;
	private static final Pattern REQUEST_LINE = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\\S+) HTTP/(\\d)\\.(\\d)"); //$NON-NLS-1$
	private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+"); //$NON-NLS-1$
	private static final Pattern ABSOLUTE = Pattern.compile("https?://[^/?]*", Pattern.CASE_INSENSITIVE); //$NON-NLS-1$

	private final Wire wire;
	private int left;

	RequestReader(Wire wire) {
		this.wire = wire;
	}

	/** The next request; empty where the client has closed instead. */
	Optional<Request> next() throws IOException, HttpException {
		left = LONGEST_HEAD;
		String first = line();
		if (first != null && first.isEmpty()) {
			first = line();
		}
		if (first == null) {
			return Optional.empty();
		}
		final var parts = REQUEST_LINE.matcher(first);
		if (!parts.matches()) {
			throw new HttpException(Status.BAD_REQUEST);
		}
		if (!parts.group(3).equals("1")) { //$NON-NLS-1$
			throw new HttpException(Status.VERSION_NOT_SUPPORTED);
		}
		final int minor = Integer.parseInt(parts.group(4));
		final var fields = fields();
		if (minor >= 1 && fields.getOrDefault("host", List.of()).size() != 1) { //$NON-NLS-1$
			throw new HttpException(Status.BAD_REQUEST);
		}
		return Optional.of(new Request(parts.group(1), path(parts.group(2)), minor, fields));
	}

	private Map<String, List<String>> fields() throws IOException, HttpException {
		final Map<String, List<String>> fields = new HashMap<>();
		for (String line = line(); line == null || !line.isEmpty(); line = line()) {
			final int colon = line == null ? -1 : line.indexOf(':');
			if (colon < 0 || !FIELD_NAME.matcher(line.substring(0, colon)).matches()) {
				throw new HttpException(Status.BAD_REQUEST);
			}
			fields.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>()).add(line.substring(colon + 1).strip());
		}
		return fields;
	}

	private static String path(String target) throws HttpException {
		final String local = ABSOLUTE.matcher(target).replaceFirst(""); //$NON-NLS-1$
		final int query = local.indexOf('?');
		final String path = Percent.decode(query < 0 ? local : local.substring(0, query)).orElseThrow(() -> new HttpException(Status.BAD_REQUEST));
		if (path.isEmpty()) {
			return "/"; //$NON-NLS-1$
		}
		if (path.charAt(0) != '/') {
			throw new HttpException(Status.BAD_REQUEST);
		}
		return path;
	}

	/** A line without its end; null at the end of the stream. */
	private String line() throws IOException, HttpException {
		final var bytes = new java.io.ByteArrayOutputStream();
		for (int letter = wire.read(); letter >= 0; letter = wire.read()) {
			if (--left < 0) {
				throw new HttpException(Status.HEADERS_TOO_LARGE);
			}
			if (letter == '\n') {
				final String line = bytes.toString(StandardCharsets.ISO_8859_1);
				return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line; //$NON-NLS-1$
			}
			bytes.write(letter);
		}
		return null;
	}
}
