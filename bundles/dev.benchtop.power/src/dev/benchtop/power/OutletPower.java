package dev.benchtop.power;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.DriverContext;

/** The power of a board behind an outlet: switches, makes sure that it did, and tells how it stands. */
final class OutletPower implements Power {

	private static final Duration SETTLE = Duration.ofSeconds(3);
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final DriverContext context;
	private final Outlet outlet;
	private final ReentrantLock use = new ReentrantLock();
	private final CancelToken closing = new CancelToken();
	private volatile State last = State.UNKNOWN;

	OutletPower(DriverContext context, Outlet outlet) {
		this.context = context;
		this.outlet = outlet;
	}

	@Override
	public void on(CancelToken cancel) throws BenchException {
		switchTo(State.ON, cancel);
	}

	@Override
	public void off(CancelToken cancel) throws BenchException {
		switchTo(State.OFF, cancel);
	}

	private void switchTo(State wanted, CancelToken cancel) throws BenchException {
		cancel.lock(use);
		try {
			outlet.set(wanted == State.ON, cancel);
			if (outlet.tells()) {
				await(wanted, cancel);
			}
			publish(wanted);
		} catch (BenchException e) {
			last = State.UNKNOWN;
			if (!e.isCancelled()) {
				publish(e);
			}
			throw placed(e, wanted);
		} finally {
			use.unlock();
		}
	}

	/** Asks until the hardware says what it was told; relays and hubs take a moment. */
	private void await(State wanted, CancelToken cancel) throws BenchException {
		final long end = System.nanoTime() + SETTLE.toNanos();
		State now = outlet.ask(cancel);
		while (now != wanted && System.nanoTime() < end) {
			pause(cancel);
			now = outlet.ask(cancel);
		}
		if (now != wanted) {
			throw BenchException.failed(NLS.bind(Messages.OutletPower_unmoved, Words.of(now))).next(Messages.OutletPower_unmovedNext).build();
		}
	}

	private static void pause(CancelToken cancel) throws BenchException {
		final var cancelled = new CountDownLatch(1);
		try (var _ = cancel.onCancel(cancelled::countDown)) {
			cancelled.await(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		cancel.check();
	}

	/** Asks the hardware, except while it is being switched. */
	@Override
	public State state() {
		if (outlet.tells() && use.tryLock()) {
			try {
				publish(outlet.ask(closing));
			} catch (BenchException e) {
				last = State.UNKNOWN;
				if (!e.isCancelled()) {
					publish(e);
				}
			} finally {
				use.unlock();
			}
		}
		return last;
	}

	@Override
	public boolean metered() {
		return outlet.metered();
	}

	@Override
	public Optional<Readings> readings(CancelToken cancel) throws BenchException {
		final var either = new CancelToken();
		try (var _ = cancel.onCancel(either::cancel); var _ = closing.onCancel(either::cancel)) {
			either.lock(use);
			try {
				return outlet.readings(either);
			} finally {
				use.unlock();
			}
		} catch (BenchException e) {
			throw e.isCancelled() ? e : rebuilt(e, Messages.OutletPower_notRead);
		}
	}

	/** Ends the questions that are under way; what is being switched goes on to its end. */
	void close() {
		closing.cancel();
	}

	private void publish(State now) {
		last = now;
		final String detail = outlet.tells() ? outlet.label() : NLS.bind(Messages.OutletPower_remembered, outlet.label());
		context.publish("", switch (now) { //$NON-NLS-1$
		case ON -> new NodeState(Level.ON, Words.of(now), detail);
		case OFF -> new NodeState(Level.OFF, Words.of(now), detail);
		case UNKNOWN -> new NodeState(Level.UNKNOWN, Words.of(now), detail);
		});
	}

	private void publish(BenchException problem) {
		context.publish("", new NodeState(Level.WARNING, Messages.OutletPower_noAnswer, problem.getMessage())); //$NON-NLS-1$
	}

	private BenchException placed(BenchException e, State wanted) {
		return e.isCancelled() ? BenchException.cancelled(Messages.OutletPower_cancelledNext)
				: rebuilt(e, wanted == State.ON ? Messages.OutletPower_notOn : Messages.OutletPower_notOff);
	}

	private BenchException rebuilt(BenchException e, String what) {
		final String why = e.why().map(reason -> NLS.bind(Messages.OutletPower_why, e.what(), reason)).orElse(e.what());
		final var error = BenchException.failed(what).where(context.place()).why(why);
		e.next().ifPresent(error::next);
		return error.build();
	}
}
