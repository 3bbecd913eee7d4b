package dev.benchtop.server.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.capability.StorageAttributes;

/**
 * What a file is at the moment: its size, and the validators by which a client knows it again (RFC 9110, section 8.8).
 *
 * @param etag with its quotes
 * @param type the media type
 */
record Content(Path path, long size, Instant modified, String etag, String type) {

	static Content of(Path path, BasicFileAttributes attributes) {
		final var stored = attributes instanceof StorageAttributes known ? Optional.of(known) : Optional.<StorageAttributes>empty();
		final String etag = stored.flatMap(StorageAttributes::etag).orElseGet(
				() -> '"' + Long.toHexString(attributes.size()) + '-' + Long.toHexString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)) + '"');
		final String type = stored.flatMap(StorageAttributes::contentType).orElseGet(() -> MediaTypes.of(path));
		return new Content(path, attributes.size(), attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS), etag, type);
	}

	static Content of(Path path) throws IOException {
		return of(path, Files.readAttributes(path, BasicFileAttributes.class));
	}

	/** Adds what a client needs to ask for it again. */
	Answer describe(Answer answer) {
		return answer.with("ETag", etag).with("Last-Modified", HttpDate.of(modified)).with("Accept-Ranges", "bytes") //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
				.with("Cache-Control", "no-cache"); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
