package dev.benchtop.core.capability;

import java.io.IOException;

/**
 * A channel or stream that writes a file of a storage and makes it the file when it is closed: {@code Files.newByteChannel} and
 * {@code Files.newOutputStream} of a storage give such. May be called from any thread and ends a write that blocks; does nothing once closed.
 */
public interface Abandonable {

	/** Closes it without making what was written the file; what was there before stays. */
	void abandon() throws IOException;
}
