package dev.benchtop.uboot.payload;

/**
 * A part of an image's content, in order.
 *
 * @param kind what is in it
 * @param position where in the content
 * @param length more than 0
 */
public record Piece(Kind kind, long position, long length) {

	/** What is in a part. */
	public enum Kind {
		DATA,
		/** Nothing but zeros, which need not be sent. */
		ZERO,
		/** Not mapped: whatever is there may stay. */
		FREE
	}

	public long end() {
		return position + length;
	}
}
