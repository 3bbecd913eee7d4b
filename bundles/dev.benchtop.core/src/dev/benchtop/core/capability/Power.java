package dev.benchtop.core.capability;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.driver.Verb;

/** Switches a board's power. */
public interface Power extends Capability {

	/** What is known of the power. */
	enum State {
		ON, OFF, UNKNOWN
	}

	/** What a meter reads: volts, amperes, watts; {@link Double#NaN} for what it does not measure. */
	record Readings(double volts, double amperes, double watts) {

		/** Readings whose watts, where they are not measured, are volts times amperes. */
		public static Readings of(double volts, double amperes, double watts) {
			return new Readings(volts, amperes, Double.isNaN(watts) ? volts * amperes : watts);
		}
	}

	/** Returns when power is on; does nothing where it is. */
	void on(CancelToken cancel) throws BenchException;

	/** Returns when power is off; does nothing where it is. */
	void off(CancelToken cancel) throws BenchException;

	/** Off, {@code wait}, on. */
	default void cycle(Duration wait, CancelToken cancel) throws BenchException {
		PowerVerbs.cycle(this, wait, cancel);
	}

	/** Never blocks on the hardware for longer than a moment; {@link State#UNKNOWN} where it does not answer. */
	State state();

	/** Whether there is a meter, whose {@link #readings} a window may show; never blocks. */
	default boolean metered() {
		return false;
	}

	/** What the meter reads, where there is one. */
	default Optional<Readings> readings(CancelToken cancel) throws BenchException {
		return Optional.empty();
	}

	@Override
	default List<Verb> verbs() {
		return PowerVerbs.of(this);
	}
}
