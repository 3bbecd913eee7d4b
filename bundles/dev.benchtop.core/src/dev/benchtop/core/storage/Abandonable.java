package dev.benchtop.core.storage;

import java.io.IOException;

/**
 * A channel being written whose content is not there before it is closed. A channel of a storage's file system that writes is one, where
 * the storage can do that.
 */
public interface Abandonable {

	/** Closes the channel and leaves the file as it was before; ends a call that blocks in another thread. Nothing happens where it is closed. */
	void abandon() throws IOException;
}
