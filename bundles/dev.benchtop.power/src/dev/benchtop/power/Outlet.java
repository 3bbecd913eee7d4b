package dev.benchtop.power;

import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;

/** What differs between power switches: how one is switched, asked and read. Called by one thread at a time. */
public interface Outlet extends AutoCloseable {

	/** What it is and where, for the eye: {@code plug.lan, channel 0}. */
	String label();

	/** Switches; returns once the hardware has taken it. */
	void set(boolean on, CancelToken cancel) throws BenchException;

	/** Whether the hardware can be asked how it stands. */
	boolean tells();

	/** How the hardware stands; only where it {@link #tells}. */
	Power.State ask(CancelToken cancel) throws BenchException;

	/** Whether it has a meter. */
	default boolean metered() {
		return false;
	}

	/** What its meter reads, where it has one. */
	default Optional<Power.Readings> readings(CancelToken cancel) throws BenchException {
		return Optional.empty();
	}

	@Override
	default void close() {
	}
}
