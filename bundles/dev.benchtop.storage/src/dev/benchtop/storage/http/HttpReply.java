package dev.benchtop.storage.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.benchtop.core.BlockInput;
import dev.benchtop.storage.backend.BackendException;

/** What a server answers. To be closed, which gives its connection back. */
public final class HttpReply implements Closeable {

	private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:([0-9]{1,18})-([0-9]{1,18})|\\*)/([0-9]{1,18}|\\*)"); //$NON-NLS-1$
	private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}"); //$NON-NLS-1$
	private static final int WORTH_READING = 64 << 10;

	private final Exchange exchange;
	private final Url url;
	private final Answer answer;

	HttpReply(Exchange exchange, Url url, Answer answer) {
		this.exchange = exchange;
		this.url = url;
		this.answer = answer;
	}

	/** Where it comes from, after all redirects. */
	public Url url() {
		return url;
	}

	public int status() {
		return answer.status();
	}

	public Optional<String> header(String name) {
		return answer.headers().firstValue(name);
	}

	/** All headers of that name, as {@code WWW-Authenticate} may come several times. */
	public List<String> headers(String name) {
		return answer.headers().allValues(name);
	}

	/** The body as it comes; a broken connection is a {@link BackendException.Kind#BROKEN}. */
	public InputStream body() {
		return new BlockInput() {
			@Override
			public int read(byte[] data, int offset, int length) throws IOException {
				try {
					return answer.body().read(data, offset, length);
				} catch (IOException e) {
					throw exchange.failure(url, e);
				}
			}

			@Override
			public void close() {
				HttpReply.this.close();
			}
		};
	}

	public OptionalLong length() {
		final var length = header("Content-Length").filter(text -> NUMBER.matcher(text).matches()); //$NON-NLS-1$
		return length.isPresent() ? OptionalLong.of(Long.parseLong(length.get())) : OptionalLong.empty();
	}

	/** The range of a reply 206, or what is told of the file by a 416 (RFC 9110, section 14.4). */
	Optional<ContentRange> range() {
		return header("Content-Range").map(CONTENT_RANGE::matcher).filter(Matcher::matches) //$NON-NLS-1$
				.map(range -> new ContentRange(number(range.group(1)), number(range.group(3))));
	}

	private static long number(String digits) {
		return digits == null || digits.equals("*") ? -1 : Long.parseLong(digits); //$NON-NLS-1$
	}

	/** @param start -1 in a 416; @param total -1 where it is not told */
	record ContentRange(long start, long total) {
	}

	public Optional<String> etag() {
		return header("ETag").filter(tag -> tag.endsWith("\"")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	public Optional<Instant> lastModified() {
		return header("Last-Modified").flatMap(HttpReply::date); //$NON-NLS-1$
	}

	private static Optional<Instant> date(String text) {
		try {
			return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
		} catch (DateTimeException e) {
			return Optional.empty();
		}
	}

	/** When the server wants to be asked again (RFC 9110, section 10.2.3). */
	Optional<Duration> retryAfter() {
		return header("Retry-After").flatMap(text -> NUMBER.matcher(text.strip()).matches() //$NON-NLS-1$
				? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
				: date(text).map(then -> Duration.between(Instant.now(), then)));
	}

	/**
	 * Goes on where the request succeeded.
	 *
	 * @throws BackendException with the server's own words where it did not; the reply is closed then
	 */
	public HttpReply check() throws BackendException {
		if (status() < 400 && status() >= 200 && status() / 100 != 3) {
			return this;
		}
		throw Status.failure(this);
	}

	/** Ends an answer that only led to another request; a short rest is read before, so that its connection can be used again. */
	void discard() {
		try (var rest = answer.body()) {
			if (length().orElse(WORTH_READING) < WORTH_READING) {
				rest.skipNBytes(length().getAsLong());
			}
		} catch (IOException e) {
			answer.body().close(); // a connection that breaks here is not used again
		}
	}

	@Override
	public void close() {
		exchange.close();
	}
}
