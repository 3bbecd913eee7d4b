package dev.benchtop.core.capability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;

/** The verbs that every power switch has. */
final class PowerVerbs {

	private static final String WAIT = "wait"; //$NON-NLS-1$

	private PowerVerbs() {
	}

	static List<Verb> of(Power power) {
		final Power.State state = power.state();
		final Optional<String> alreadyOn = state == Power.State.ON ? Optional.of(Messages.PowerVerbs_alreadyOn) : Optional.empty();
		final Optional<String> alreadyOff = state == Power.State.OFF ? Optional.of(Messages.PowerVerbs_alreadyOff) : Optional.empty();
		return List.of(
				new Verb("on", Messages.PowerVerbs_on, List.of(), Danger.NONE, alreadyOn, (values, progress) -> power.on(progress.token())), //$NON-NLS-1$
				new Verb("off", Messages.PowerVerbs_off, List.of(), Danger.INTERRUPTS, alreadyOff, (values, progress) -> power.off(progress.token())), //$NON-NLS-1$
				new Verb("cycle", Messages.PowerVerbs_cycle, List.of(new Parameter(WAIT, Messages.PowerVerbs_wait, Duration.class, "2s")), //$NON-NLS-1$ //$NON-NLS-2$
						Danger.INTERRUPTS, Optional.empty(), (values, progress) -> power.cycle((Duration) values.get(WAIT), progress.token())));
	}

	static void cycle(Power power, Duration wait, CancelToken cancel) throws BenchException {
		power.off(cancel);
		final var cancelled = new CountDownLatch(1);
		try (var _ = cancel.onCancel(cancelled::countDown)) {
			cancelled.await(wait.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		cancel.check();
		power.on(cancel);
	}
}
