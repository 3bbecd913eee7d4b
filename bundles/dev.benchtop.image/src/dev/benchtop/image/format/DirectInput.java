package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A stream of content that goes to memory outside of the heap without being copied on the way. */
public interface DirectInput {

	/** Reads at least one byte into a direct buffer with room; returns how many, -1 at the sound end. */
	int read(ByteBuffer to) throws IOException;
}
