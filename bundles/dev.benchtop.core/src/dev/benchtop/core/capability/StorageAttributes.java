package dev.benchtop.core.capability;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * What a storage knows of a file beyond the basic attributes; asked for by {@code Files.readAttributes(path, StorageAttributes.class)} on any
 * path of a storage. The modification time is the epoch where the storage does not know one.
 */
public interface StorageAttributes extends BasicFileAttributes {

	/** The entity tag as the server writes it, with its quotes (RFC 9110, section 8.8.3). */
	Optional<String> etag();

	/** The media type (RFC 9110, section 8.3). */
	Optional<String> contentType();

	/** The MD5 of the content in lower-case hex, where the storage keeps it. */
	Optional<String> md5();

	/** The disposition (RFC 6266). */
	Optional<String> contentDisposition();
}
