package dev.benchtop.image.copy;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.Outcome;

/** How far a copy has changed its target, and what has to be closed to end it at once. Thread-safe. */
final class CopyState {

	private enum Target {
		UNTOUCHED, TOUCHED, COMMITTING, COMMITTED
	}

	private final boolean staged;
	private final boolean verify;
	private final List<Once> open = new ArrayList<>();
	private Target target = Target.UNTOUCHED;
	private boolean aborted;
	private boolean ended;
	private BenchException failure;

	CopyState(boolean staged, boolean verify) {
		this.staged = staged;
		this.verify = verify;
	}

	/** Makes a thing closed by {@link #abort}; at once where that has happened. */
	synchronized Once register(Closeable thing) throws BenchException {
		final var once = new Once(thing);
		if (aborted) {
			Background.close(once);
			throw BenchException.cancelled();
		}
		open.add(once);
		return once;
	}

	/** Closes everything that the copy may block on, unless it is past the point where that would help. */
	synchronized void abort() {
		aborted = true;
		if (target == Target.UNTOUCHED || target == Target.TOUCHED) {
			open.forEach(Background::close);
		}
	}

	/** Throws the cancellation if there was one. */
	synchronized void check() throws BenchException {
		if (aborted) {
			throw BenchException.cancelled();
		}
	}

	synchronized void touch() throws BenchException {
		check();
		target = Target.TOUCHED;
	}

	synchronized void beginCommit() throws BenchException {
		check();
		target = Target.COMMITTING;
	}

	synchronized void committed() {
		target = Target.COMMITTED;
	}

	/** The copy has ended; {@code reason} is null where it went well. */
	synchronized void end(BenchException reason) {
		ended = true;
		failure = aborted && reason != null ? BenchException.cancelled() : reason;
	}

	/** Why there was no success; null where there was. */
	synchronized BenchException failure() {
		if (target == Target.COMMITTED) {
			return null;
		}
		return ended ? failure : BenchException.cancelled();
	}

	/** A commit that fails has left a staged target as it was; one that does not end has left it anyhow. */
	synchronized Outcome outcome() {
		return switch (target) {
			case UNTOUCHED -> Outcome.UNCHANGED;
			case TOUCHED -> staged ? Outcome.UNCHANGED : Outcome.INCOMPLETE;
			case COMMITTING -> staged && ended ? Outcome.UNCHANGED : Outcome.INCOMPLETE;
			case COMMITTED -> verify ? Outcome.VERIFIED : Outcome.WRITTEN;
		};
	}
}
