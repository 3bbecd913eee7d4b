package dev.benchtop.power.mock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.power.Outlet;

/** A switch that is but a file of the board's own, so that window and command line see the same; it reads 5 V and 2 A where it is on. */
final class MockOutlet implements Outlet {

	private static final double VOLTS = 5;
	private static final double AMPERES = 2;

	private final Path file;

	/** @param file there while the power is on */
	MockOutlet(Path file) {
		this.file = file;
	}

	@Override
	public String label() {
		return Messages.MockOutlet_label;
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		try {
			if (on) {
				Files.writeString(file, ""); //$NON-NLS-1$
			} else {
				Files.deleteIfExists(file);
			}
		} catch (IOException e) {
			throw BenchException.failed(Messages.MockOutlet_failed).why(e).build();
		}
	}

	@Override
	public boolean tells() {
		return true;
	}

	@Override
	public Power.State ask(CancelToken cancel) {
		return Files.exists(file) ? Power.State.ON : Power.State.OFF;
	}

	@Override
	public boolean metered() {
		return true;
	}

	@Override
	public Optional<Readings> readings(CancelToken cancel) {
		final boolean on = Files.exists(file);
		return Optional.of(Readings.of(on ? VOLTS : 0, on ? AMPERES : 0, Double.NaN));
	}
}
