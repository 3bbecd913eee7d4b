package dev.benchtop.image.copy;

/**
 * A SHA-256 that the source has to have.
 *
 * @param sha256 64 lower-case hex digits
 * @param of what it is the hash of
 * @param from who says so: the user, or the name of a checksum file
 */
public record Expected(String sha256, Of of, String from) {

	/** What a hash may be of. */
	public enum Of {
		FILE, CONTENT, EITHER
	}
}
