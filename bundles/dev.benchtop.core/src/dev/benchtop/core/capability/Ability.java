package dev.benchtop.core.capability;

/** What can be done in a storage; what a backend lacks is told with its reason by {@link Abilities}. */
public enum Ability {
	READ,
	/** Reading from the middle of a file without what lies before it. */
	SEEK,
	WRITE,
	/** Naming what lies in one folder. */
	LIST,
	/** Naming all that lies below a folder. */
	SCAN,
	CREATE_FOLDER,
	/** Copying inside the storage, with no byte going through this machine. */
	COPY,
	RENAME,
	DELETE,
	PRESIGN_READ,
	PRESIGN_WRITE,
	PRESIGN_STAT
}
