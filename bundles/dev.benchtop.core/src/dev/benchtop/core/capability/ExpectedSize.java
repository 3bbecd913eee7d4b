package dev.benchtop.core.capability;

import java.nio.file.OpenOption;

/**
 * Says how long a new file of a storage will be, so that the storage can prepare for it. Closing with another length fails and leaves what was
 * there before. Only the paths of a {@link Storage} take it; other file systems refuse options that they do not know.
 *
 * @param bytes 0 or more
 */
public record ExpectedSize(long bytes) implements OpenOption {

	public ExpectedSize {
		if (bytes < 0) {
			throw new IllegalArgumentException(String.valueOf(bytes));
		}
	}
}
