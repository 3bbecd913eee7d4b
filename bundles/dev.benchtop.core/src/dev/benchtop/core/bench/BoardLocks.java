package dev.benchtop.core.bench;

import java.nio.file.Path;

import dev.benchtop.core.internal.access.FileLocks;

/** Makes the locks of boards, which all processes on this machine share through the board's state folder. */
public final class BoardLocks {

	/** The system property by which an application says what the holders of other processes are to call it: {@code benchtop flash}. */
	public static final String COMMAND = FileLocks.COMMAND;

	private BoardLocks() {
	}

	/**
	 * The locks of the board with that state folder, which need not exist yet.
	 * A part is held once: a second {@code acquire} in the same process fails as one in another does, with words of its own.
	 * The name of this process for others is the system property {@link #COMMAND}.
	 */
	public static BoardLock of(Path stateFolder) {
		return new FileLocks(stateFolder);
	}
}
