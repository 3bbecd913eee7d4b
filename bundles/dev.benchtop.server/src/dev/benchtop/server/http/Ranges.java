package dev.benchtop.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a file that a request wants (RFC 9110, section 14). */
final class Ranges {

	/** Bytes {@code first} to {@code last}, both included. */
	record Part(long first, long last) {
		long length() {
			return last - first + 1;
		}

		/** {@code bytes 0-99/1000}. */
		String of(long size) {
			return "bytes " + first + '-' + last + '/' + size; //$NON-NLS-1$
		}
	}

	private static final int MOST = 32;
	private static final Pattern SPEC = Pattern.compile("(\\d{0,18})-(\\d{0,18})"); //$NON-NLS-1$

	private Ranges() {
	}

	/**
	 * The parts that are there; empty where the field is to be ignored: because it is wrong, in another unit, or asks for more in sum
	 * than the whole, which only wears a server out.
	 *
	 * @throws HttpException where no part is there
	 */
	static Optional<List<Part>> of(String field, long size) throws HttpException {
		final String[] unit = field.strip().split("=", 2); //$NON-NLS-1$
		if (unit.length < 2 || !unit[0].strip().equalsIgnoreCase("bytes")) { //$NON-NLS-1$
			return Optional.empty();
		}
		final List<Part> parts = new ArrayList<>();
		final String[] specs = unit[1].split(","); //$NON-NLS-1$
		for (final String spec : specs) {
			final var bounds = SPEC.matcher(spec.strip());
			if (!bounds.matches() || spec.strip().equals("-") || isBackward(bounds.group(1), bounds.group(2))) { //$NON-NLS-1$
				return Optional.empty();
			}
			part(bounds.group(1), bounds.group(2), size).ifPresent(parts::add);
		}
		if (specs.length > MOST || parts.size() > 1 && parts.stream().mapToLong(Part::length).sum() > size) {
			return Optional.empty();
		}
		if (parts.isEmpty()) {
			throw new HttpException(Status.RANGE_NOT_SATISFIABLE);
		}
		return Optional.of(parts);
	}

	private static boolean isBackward(String first, String last) {
		return !first.isEmpty() && !last.isEmpty() && Long.parseLong(last) < Long.parseLong(first);
	}

	private static Optional<Part> part(String first, String last, long size) {
		final long from = first.isEmpty() ? Math.max(0, size - Long.parseLong(last)) : Long.parseLong(first);
		final long to = first.isEmpty() || last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
		return from > to ? Optional.empty() : Optional.of(new Part(from, to));
	}
}
