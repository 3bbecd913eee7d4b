package dev.benchtop.storage.http;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/**
 * What a server tells of a file before it is read.
 *
 * @param url where it is, after all redirects
 * @param size bytes; -1 where the server does not say
 */
public record HttpFacts(Url url, long size, Optional<Instant> modified, Optional<String> etag, Optional<String> contentType,
		Optional<String> md5, Optional<String> contentDisposition) {

	/** What servers answer to a HEAD that they do not want, or whose signature is one for GET. */
	private static final Set<Integer> HEAD_REFUSED = Set.of(400, 403, 405, 501);

	static HttpFacts ask(HttpEngine engine, Url url) throws BackendException {
		try (var reply = engine.send(Call.head(url))) {
			if (!HEAD_REFUSED.contains(reply.status()) && (isFolder(reply.url()) || reply.length().isPresent() || reply.status() >= 300)) {
				return of(reply.check(), reply.length().orElse(-1));
			}
		}
		try (var reply = engine.send(Call.get(url).with("Range", "bytes=0-0"))) { //$NON-NLS-1$ //$NON-NLS-2$
			if (reply.status() == 416) { // an empty file has no first byte
				return of(reply, reply.range().map(HttpReply.ContentRange::total).orElse(-1L));
			}
			reply.check();
			return of(reply, reply.status() == 206 ? reply.range().map(HttpReply.ContentRange::total).orElse(-1L) : reply.length().orElse(-1));
		}
	}

	private static HttpFacts of(HttpReply reply, long size) {
		return new HttpFacts(reply.url(), size, reply.lastModified(), reply.etag(), reply.header("Content-Type"), //$NON-NLS-1$
				reply.header("Content-MD5").flatMap(HttpFacts::hex), reply.header("Content-Disposition")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Optional<String> hex(String base64) {
		try {
			return Optional.of(Base64.getDecoder().decode(base64.strip())).filter(digest -> digest.length == 16).map(HexFormat.of()::formatHex);
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	private static boolean isFolder(Url url) {
		return url.path().endsWith("/"); //$NON-NLS-1$
	}

	/** Whether a server has led to an address that ends like a folder's. */
	boolean folder() {
		return isFolder(url);
	}

	/** The file as an entry; its size has to be known. */
	Entry file(String key) throws BackendException {
		if (size < 0) {
			throw new BackendException(Kind.UNSUPPORTED, Messages.HttpFacts_noLength);
		}
		return new Entry(key, false, size, modified, etag, contentType, md5, contentDisposition);
	}
}
