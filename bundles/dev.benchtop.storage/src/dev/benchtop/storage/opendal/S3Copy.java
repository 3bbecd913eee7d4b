package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Copies a file inside of a bucket: in one request, or in parts where it is larger than one request copies. */
final class S3Copy {

	/** What one request copies at most. */
	static final long MOST_AT_ONCE = 5L << 30;
	private static final long PART = 1L << 30;
	private static final int PARALLEL = 4;
	private static final Duration PATIENCE = Duration.ofMinutes(30);
	private static final Pattern ETAG = Pattern.compile("<ETag>([^<]+)</ETag>"); //$NON-NLS-1$
	private static final byte[] NOTHING = new byte[0];

	private final S3Client s3;
	private final long mostAtOnce;
	private final long part;

	S3Copy(S3Client s3) {
		this(s3, MOST_AT_ONCE, PART);
	}

	S3Copy(S3Client s3, long mostAtOnce, long part) {
		this.s3 = s3;
		this.mostAtOnce = mostAtOnce;
		this.part = part;
	}

	/** @param head the answer to a look at the source */
	void run(String from, Reply head, String to) throws IOException {
		final Map<String, String> source = new HashMap<>(Map.of("x-amz-copy-source", s3.access().source(from))); //$NON-NLS-1$
		head.header("etag").ifPresent(etag -> source.put("x-amz-copy-source-if-match", etag)); //$NON-NLS-1$ //$NON-NLS-2$
		if (head.length() <= mostAtOnce) {
			copy(s3.link(), to, "", source); //$NON-NLS-1$
		} else {
			inParts(source, head, to);
		}
	}

	/** One request, of which the status is sent before the copy is made. */
	private String copy(Link over, String to, String query, Map<String, String> source) throws BackendException {
		final Reply reply = s3.send(over, "PUT", to, query, source, Map.of(), NOTHING, 0, PATIENCE).check(); //$NON-NLS-1$
		final String answer = reply.text();
		final var etag = ETAG.matcher(answer);
		if (!etag.find()) {
			throw ServerWords.failure(reply.status(), answer);
		}
		return etag.group(1).replace("&quot;", "\"").replace("&#34;", "\""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private void inParts(Map<String, String> source, Reply head, String to) throws IOException {
		final Link branch = s3.link().branch();
		final S3Parts parts = S3Parts.begin(s3, branch, to, head.header("content-type")); //$NON-NLS-1$
		boolean complete = false;
		try (var threads = Executors.newFixedThreadPool(PARALLEL, Thread.ofVirtual().factory())) {
			final List<Future<String>> pending = new ArrayList<>();
			final long even = Math.max(part, head.length() / S3Parts.MOST + 1);
			for (long from = 0; from < head.length(); from += even) {
				final Map<String, String> range = new HashMap<>(source);
				range.put("x-amz-copy-source-range", "bytes=" + from + '-' + (Math.min(from + even, head.length()) - 1)); //$NON-NLS-1$ //$NON-NLS-2$
				final String query = parts.query(pending.size() + 1);
				pending.add(threads.submit(() -> Attempts.of(() -> copy(branch, to, query, range))));
			}
			parts.complete(etags(pending, branch));
			complete = true;
		} finally {
			try (var _ = s3.leftovers().ending()) {
				s3.link().forget(branch);
				if (!complete) {
					parts.abandon();
				}
			}
		}
	}

	/** Ends the others where one fails. */
	private static List<String> etags(List<Future<String>> pending, Link branch) throws IOException {
		final List<String> etags = new ArrayList<>();
		try {
			for (final Future<String> each : pending) {
				etags.add(each.get());
			}
			return etags;
		} catch (InterruptedException e) {
			branch.close();
			Thread.currentThread().interrupt();
			throw Link.closed();
		} catch (ExecutionException e) {
			branch.close();
			throw e.getCause() instanceof IOException failure ? failure
					: new BackendException(Kind.FAILED, String.valueOf(e.getCause().getMessage()), e.getCause());
		}
	}
}
