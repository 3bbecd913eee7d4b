package dev.benchtop.core.flash;

/** What a flash left on its target. */
public enum Outcome {
	/** The image is there, read back and equal. */
	VERIFIED,
	/** The image is there; it was not read back. */
	WRITTEN,
	/** What was there before still is: refused, failed before the first byte, or staged beside. */
	UNCHANGED,
	/** The target holds neither the old content nor the image. */
	INCOMPLETE;

	public boolean isSuccess() {
		return this == VERIFIED || this == WRITTEN;
	}
}
