package dev.benchtop.storage.oci;

import java.util.Map;
import java.util.Optional;

/**
 * Points to a blob or a manifest (OCI image specification, descriptor).
 *
 * @param size bytes
 */
record Descriptor(String mediaType, Digest digest, long size, Map<String, String> annotations, Optional<Platform> platform) {

	private static final String TITLE = "org.opencontainers.image.title"; //$NON-NLS-1$
	private static final String NAME = "org.opencontainers.image.ref.name"; //$NON-NLS-1$

	/** The path of the file that it was made of. */
	Optional<String> title() {
		return Optional.ofNullable(annotations.get(TITLE));
	}

	/** The tag in a layout on disk. */
	Optional<String> tag() {
		return Optional.ofNullable(annotations.get(NAME));
	}
}
