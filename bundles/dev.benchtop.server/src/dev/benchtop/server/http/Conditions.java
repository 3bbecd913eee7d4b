package dev.benchtop.server.http;

import java.util.Arrays;
import java.util.Optional;

/** Whether a request still holds, given what the file is now (RFC 9110, section 13). */
final class Conditions {

	private static final String WEAK = "W/"; //$NON-NLS-1$

	private Conditions() {
	}

	/** What to answer instead, where the request does not hold; in the order of section 13.2.2. */
	static Optional<Status> failed(Request request, Optional<Content> content) {
		final var ifMatch = request.field("if-match"); //$NON-NLS-1$
		final var unmodified = request.field("if-unmodified-since").flatMap(HttpDate::parse); //$NON-NLS-1$
		if (ifMatch.isPresent() ? !matches(ifMatch.get(), content, true)
				: unmodified.isPresent() && content.filter(file -> file.modified().isAfter(unmodified.get())).isPresent()) {
			return Optional.of(Status.PRECONDITION_FAILED);
		}
		final var reads = request.method().equals("GET") || request.isHead(); //$NON-NLS-1$
		final var noneMatch = request.field("if-none-match"); //$NON-NLS-1$
		if (noneMatch.isPresent()) {
			return matches(noneMatch.get(), content, false) ? Optional.of(reads ? Status.NOT_MODIFIED : Status.PRECONDITION_FAILED) : Optional.empty();
		}
		final var modified = request.field("if-modified-since").flatMap(HttpDate::parse); //$NON-NLS-1$
		return reads && modified.isPresent() && content.filter(file -> !file.modified().isAfter(modified.get())).isPresent()
				? Optional.of(Status.NOT_MODIFIED) : Optional.empty();
	}

	/** Whether the parts that are asked for belong to the file as it is now (section 13.1.5). */
	static boolean rangeHolds(Request request, Content content) {
		final var condition = request.field("if-range"); //$NON-NLS-1$
		if (condition.isEmpty()) {
			return true;
		}
		final String said = condition.get();
		return said.startsWith("\"") || said.startsWith(WEAK) ? !said.startsWith(WEAK) && said.equals(content.etag()) //$NON-NLS-1$
				: HttpDate.parse(said).filter(content.modified()::equals).isPresent();
	}

	private static boolean matches(String field, Optional<Content> content, boolean strong) {
		return content.isPresent() && (field.strip().equals("*") //$NON-NLS-1$
				|| Arrays.stream(field.split(",")).map(String::strip).anyMatch(tag -> same(tag, content.get().etag(), strong))); //$NON-NLS-1$
	}

	private static boolean same(String one, String other, boolean strong) {
		return strong ? one.equals(other) && !one.startsWith(WEAK) : opaque(one).equals(opaque(other));
	}

	private static String opaque(String tag) {
		return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
	}
}
