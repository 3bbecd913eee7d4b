package dev.benchtop.image.copy;

import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.Progress.Phase;

/** The phases of a copy. */
public final class Phases {

	static final Phase HASH = new Phase("hash", Messages.Phase_hash); //$NON-NLS-1$
	static final Phase WRITE = new Phase("write", Messages.Phase_write); //$NON-NLS-1$
	static final Phase SYNC = new Phase("sync", Messages.Phase_sync); //$NON-NLS-1$
	static final Phase VERIFY = new Phase("verify", Messages.Phase_verify); //$NON-NLS-1$
	static final Phase COMMIT = new Phase("commit", Messages.Phase_commit); //$NON-NLS-1$

	private Phases() {
	}

	/** Those that a copy will have. */
	public static List<Phase> of(boolean hash, boolean verify) {
		final var phases = new ArrayList<Phase>();
		if (hash) {
			phases.add(HASH);
		}
		phases.add(WRITE);
		phases.add(SYNC);
		if (verify) {
			phases.add(VERIFY);
		}
		phases.add(COMMIT);
		return phases;
	}
}
