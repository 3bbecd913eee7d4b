package dev.benchtop.disk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.StorageMux;
import dev.benchtop.core.capability.StorageMux.Position;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;

/** One flash or dump from the first to the last switch of the mux; once begun it ends in a report that says who has the medium. */
final class MuxRun {

	/** What is done while this machine has the medium. */
	@FunctionalInterface
	interface Work {
		FlashReport run(Steps steps) throws BenchException;
	}

	/** Refuses to give the medium to the board. */
	@FunctionalInterface
	interface Guard {
		void check() throws BenchException;
	}

	private final DriverContext context;
	private final StorageMux mux;
	private final String target;
	private final Steps steps;

	MuxRun(DriverContext context, StorageMux mux, String target, Steps steps) {
		this.context = context;
		this.mux = mux;
		this.target = target;
		this.steps = steps;
	}

	/** Takes the medium, works on it, and gives it to the board if that went well. */
	FlashReport flash(Work work, Duration settle, Guard guard) {
		FlashReport done = nothing();
		BenchException failure = null;
		try {
			take();
			done = work.run(steps);
			failure = done.failure().orElse(null);
			if (failure == null) {
				settle(settle);
				guard.check();
				steps.begin(Steps.DUT, -1);
				mux.dut(steps.token());
			}
		} catch (BenchException e) {
			failure = e;
		}
		return report(done, failure);
	}

	/** Takes the medium, works on it, and puts it back to where it was, whatever came of it. */
	FlashReport dump(Work work) throws BenchException {
		final Position before = mux.position();
		FlashReport done = nothing();
		BenchException failure = null;
		try {
			take();
			done = work.run(steps);
			failure = done.failure().orElse(null);
		} catch (BenchException e) {
			failure = e;
		}
		try {
			giveBack(before);
		} catch (BenchException e) {
			failure = failure == null ? e : failure;
		}
		return report(done, failure);
	}

	private void take() throws BenchException {
		steps.begin(Steps.HOST, -1);
		mux.host(steps.token());
		steps.token().check();
	}

	/** Not cancelled: a board should not lose its medium because a copy of it was given up. */
	private void giveBack(Position before) throws BenchException {
		if (before == Position.HOST) {
			return;
		}
		steps.begin(Steps.BACK, -1);
		if (before == Position.OFF) {
			mux.off(CancelToken.none());
		} else {
			mux.dut(CancelToken.none());
		}
	}

	private void settle(Duration rest) throws BenchException {
		steps.begin(Steps.SETTLE, -1);
		final var cancelled = new CountDownLatch(1);
		try (var _ = steps.token().onCancel(cancelled::countDown)) {
			cancelled.await(rest.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		steps.token().check();
	}

	private FlashReport nothing() {
		return new FlashReport(Outcome.UNCHANGED, 0, Optional.empty(), target, Duration.ZERO, List.of(), Optional.empty());
	}

	private FlashReport report(FlashReport done, BenchException failure) {
		final Position now = position();
		final String words = Sides.after(now);
		final boolean well = failure == null;
		context.publish("", new NodeState(well ? Level.ON : Level.WARNING, Sides.content(now), words)); //$NON-NLS-1$
		steps.message(words);
		return new FlashReport(done.outcome(), done.bytes(), done.sha256(), target, steps.time(), steps.times(),
				Optional.ofNullable(failure).map(reason -> with(reason, words)));
	}

	private Position position() {
		try {
			return mux.position();
		} catch (BenchException e) {
			return Position.UNKNOWN;
		}
	}

	/** The same failure, which says who has the medium too. */
	private static BenchException with(BenchException failure, String words) {
		if (failure.isCancelled()) {
			return BenchException.cancelled(words);
		}
		final var again = failure.kind() == BenchException.Kind.USAGE ? BenchException.usage(failure.what()) : BenchException.failed(failure.what());
		failure.where().ifPresent(again::where);
		failure.why().ifPresent(again::why);
		return again.next(failure.next().map(next -> words + ' ' + next).orElse(words)).build();
	}
}
