package dev.benchtop.image.copy;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A part of the content and its sum, by which it is known when it is read back: 16 hex digits, CRC-32C (RFC 3720, appendix B.4) and
 * CRC-32 (RFC 1952, section 8). Both together tell what SHA-256 tells of a medium that errs, at a tenth of its cost.
 */
record Range(long position, int length, String sum) {

	/** Small enough to stay in the cache of a core from one sum to the other. */
	private static final int STEP = 128 << 10;

	/** The range at {@code position} that holds what remains of {@code data}, which is left as it is. */
	static Range of(long position, ByteBuffer data) {
		final var first = new CRC32C();
		final var second = new CRC32();
		for (int at = data.position(); at < data.limit(); at += STEP) {
			final ByteBuffer step = data.slice(at, Math.min(STEP, data.limit() - at));
			first.update(step);
			second.update(step.rewind());
		}
		return new Range(position, data.remaining(), HexFormat.of().toHexDigits(first.getValue() << 32 | second.getValue()));
	}
}
