package dev.benchtop.core.storage;

/** What becomes of a target file that is there already. */
public enum Existing {
	/** It stays, and the file counts as failed. */
	FAIL,
	/** It is replaced when the new one is complete. */
	REPLACE,
	/** It stays, and the file counts as skipped. */
	SKIP,
	/** It is replaced if its size is another or the source is newer; else it stays. */
	CHANGED
}
