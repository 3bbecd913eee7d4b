package dev.benchtop.power.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.spi.Person;
import dev.benchtop.power.Outlet;
import dev.benchtop.power.Words;

/** A switch that a person turns; how it stands is what they said last. */
final class ManualOutlet implements Outlet {

	private static final String ON = "on"; //$NON-NLS-1$
	private static final String OFF = "off"; //$NON-NLS-1$

	private final ManualPowerConfig config;
	private final String place;
	private final Path memory;
	private final Supplier<List<Person>> persons;

	/**
	 * @param place what the person knows it by
	 * @param memory where it is kept how it stands
	 * @param persons who can be asked
	 */
	ManualOutlet(ManualPowerConfig config, String place, Path memory, Supplier<List<Person>> persons) {
		this.config = config;
		this.place = place;
		this.memory = memory;
		this.persons = persons;
	}

	@Override
	public String label() {
		return Messages.ManualOutlet_label;
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		final var person = persons.get().stream().filter(Person::present).findFirst()
				.orElseThrow(() -> BenchException.failed(Messages.ManualOutlet_nobody).next(Messages.ManualOutlet_nobodyNext).build());
		final String own = on ? config.on() : config.off();
		person.ask(place, own.isBlank() ? NLS.bind(on ? Messages.ManualOutlet_on : Messages.ManualOutlet_off, place) : own, cancel);
		try {
			Files.writeString(memory, on ? ON : OFF);
		} catch (IOException e) {
			throw BenchException.failed(Messages.ManualOutlet_notKept).why(e).build();
		}
	}

	@Override
	public boolean tells() {
		return true;
	}

	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		try {
			return Files.exists(memory) ? Words.meaning(Files.readString(memory)) : Power.State.UNKNOWN;
		} catch (IOException e) {
			throw BenchException.failed(Messages.ManualOutlet_notKept).why(e).build();
		}
	}
}
