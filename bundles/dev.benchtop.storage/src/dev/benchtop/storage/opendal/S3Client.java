package dev.benchtop.storage.opendal;

import java.io.Closeable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import dev.benchtop.storage.backend.BackendException;

/** Sends signed requests to a bucket. */
final class S3Client implements Closeable {

	private static final byte[] NOTHING = new byte[0];

	private final S3Access access;
	private final Leftovers leftovers;
	private final Link link;

	S3Client(S3Access access, Leftovers leftovers) {
		this.access = access;
		this.leftovers = leftovers;
		this.link = new Link(access.root());
	}

	S3Access access() {
		return access;
	}

	Leftovers leftovers() {
		return leftovers;
	}

	Link link() {
		return link;
	}

	/** A request for a file, without a body. */
	Reply send(String method, String key, Map<String, String> signed, Map<String, String> others) throws BackendException {
		return sendTo(link, method, access.path(key), "", signed, others, NOTHING, 0, Link.PATIENCE); //$NON-NLS-1$
	}

	/** A request that brings a file, or a part of one. */
	Reply send(Link over, String method, String key, String query, byte[] body, int length, Duration patience) throws BackendException {
		return send(over, method, key, query, Map.of(), Map.of("Content-Type", "application/octet-stream"), body, length, patience); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/**
	 * Any request for a file.
	 *
	 * @param query its parts sorted and percent-encoded, each with a {@code =}
	 * @param signed headers whose names begin with {@code x-amz-}, in lower case
	 */
	Reply send(Link over, String method, String key, String query, Map<String, String> signed, Map<String, String> others, byte[] body, int length,
			Duration patience) throws BackendException {
		return sendTo(over, method, access.path(key), query, signed, others, body, length, patience);
	}

	/** A request to the bucket. */
	Reply list(String query) throws BackendException {
		return sendTo(link, "GET", access.bucket(), query, Map.of(), Map.of(), NOTHING, 0, Link.PATIENCE); //$NON-NLS-1$
	}

	private Reply sendTo(Link over, String method, String path, String query, Map<String, String> signed, Map<String, String> others, byte[] body,
			int length, Duration patience) throws BackendException {
		final Map<String, String> headers = new HashMap<>(access.sign(method, path, query, signed));
		headers.putAll(others);
		return over.send(method, query.isEmpty() ? path : path + '?' + query, headers, body, length, patience);
	}

	/** A value of a query, or a key within a path of its own, as signatures want it (RFC 3986, section 2.1). */
	static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	}

	@Override
	public void close() {
		link.close();
	}
}
