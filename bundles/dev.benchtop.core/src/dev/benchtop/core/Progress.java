package dev.benchtop.core;

import java.util.List;

/**
 * Where a long call says how far it is, and hears that it is cancelled.
 * Called from any one thread at a time; implementations are quick and coalesce for themselves.
 */
public interface Progress {

	/** One phase of a long call: a stable id for programs, a label for people. */
	record Phase(String id, String label) {
	}

	/** What holds a transfer up at the moment. */
	enum Bottleneck {
		SOURCE, DECOMPRESSION, TARGET
	}

	/** The token that cancels the call. */
	CancelToken token();

	/** Says all phases that will come, in order, before the first begins. */
	default void plan(List<Phase> phases) {
	}

	/** Begins a phase, which ends the one before; {@code totalBytes} is -1 where it is not known. */
	default void begin(Phase phase, long totalBytes) {
	}

	/** Corrects the total of the running phase. */
	default void total(long totalBytes) {
	}

	/** So many more bytes of the running phase are done. */
	default void advance(long bytes) {
	}

	/** One line about what happens now. */
	default void message(String text) {
	}

	default void bottleneck(Bottleneck now) {
	}

	/** A range of the target holds bytes of this sum (hex, of the flasher's own kind) now; for the flash journal. */
	default void range(long position, int length, String sum) {
	}

	/** A progress that reports nowhere and is not cancelled. */
	static Progress none() {
		return of(CancelToken.none());
	}

	/** A progress that reports nowhere. */
	static Progress of(CancelToken token) {
		return () -> token;
	}
}
