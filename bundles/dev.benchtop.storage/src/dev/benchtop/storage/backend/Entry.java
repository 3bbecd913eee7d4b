package dev.benchtop.storage.backend;

import java.time.Instant;
import java.util.Optional;

/**
 * What lies under a key.
 *
 * @param size bytes; 0 for a folder; -1 in a listing that does not say
 * @param modified empty where the storage does not say
 * @param etag with its quotes, as the server writes it
 * @param md5 lower-case hex
 */
public record Entry(String key, boolean folder, long size, Optional<Instant> modified, Optional<String> etag, Optional<String> contentType,
		Optional<String> md5, Optional<String> contentDisposition) {

	/** A folder of which nothing more is known. */
	public static Entry folder(String key) {
		return new Entry(key, true, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	/** A file of which nothing more is known. */
	public static Entry file(String key, long size, Optional<Instant> modified) {
		return new Entry(key, false, size, modified, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
	}

	/** The last name of the key. */
	public String name() {
		return key.substring(key.lastIndexOf('/') + 1);
	}
}
