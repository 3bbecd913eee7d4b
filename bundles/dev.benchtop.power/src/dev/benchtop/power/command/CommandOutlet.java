package dev.benchtop.power.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonElement;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;
import dev.benchtop.power.JsonPath;
import dev.benchtop.power.Outlet;
import dev.benchtop.power.Words;

/** A switch that is a few command lines. */
final class CommandOutlet implements Outlet {

	private final CommandPowerConfig config;
	private final Path folder;

	/** @param folder where the commands run unless the configuration says otherwise */
	CommandOutlet(CommandPowerConfig config, Path folder) {
		this.config = config;
		this.folder = config.folder() == null ? folder : config.folder();
	}

	@Override
	public String label() {
		return Program.name(config.on());
	}

	@Override
	public void set(boolean on, CancelToken cancel) throws BenchException {
		run(on ? config.on() : config.off(), cancel);
	}

	@Override
	public boolean tells() {
		return !config.state().isBlank();
	}

	@Override
	public Power.State ask(CancelToken cancel) throws BenchException {
		final String said = run(config.state(), cancel);
		final var state = said.lines().map(Words::meaning).filter(meaning -> meaning != Power.State.UNKNOWN).findFirst();
		return state.orElseThrow(() -> BenchException.failed(NLS.bind(Messages.CommandOutlet_noState, Program.name(config.state()), JsonPath.shown(said)))
				.next(Messages.CommandOutlet_noStateNext).build());
	}

	@Override
	public boolean metered() {
		return !config.readings().isBlank();
	}

	@Override
	public Optional<Readings> readings(CancelToken cancel) throws BenchException {
		if (!metered()) {
			return Optional.empty();
		}
		final String said = run(config.readings(), cancel);
		return Optional.of(said.startsWith("{") ? json(JsonPath.parse(said)) : plain(said)); //$NON-NLS-1$
	}

	private static Readings json(JsonElement said) throws BenchException {
		return Readings.of(value(said, "voltage"), value(said, "current"), value(said, "power")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static double value(JsonElement said, String name) throws BenchException {
		return said.getAsJsonObject().has(name) ? new JsonPath(name).number(said) : Double.NaN;
	}

	private Readings plain(String said) throws BenchException {
		try {
			final double[] numbers = Stream.of(said.split("[\\s,;]+")).map(word -> word.replaceAll("[VAW]$", "")).mapToDouble(Double::parseDouble).toArray(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			if (numbers.length >= 2) {
				return Readings.of(numbers[0], numbers[1], numbers.length > 2 ? numbers[2] : Double.NaN);
			}
		} catch (NumberFormatException e) {
			throw unread(said, e);
		}
		throw unread(said, null);
	}

	private BenchException unread(String said, NumberFormatException cause) {
		final var error = BenchException.failed(NLS.bind(Messages.CommandOutlet_noReadings, Program.name(config.readings()), JsonPath.shown(said)))
				.next(Messages.CommandOutlet_noReadingsNext);
		return cause == null ? error.build() : error.why(cause).build();
	}

	private String run(String line, CancelToken cancel) throws BenchException {
		return Program.shell(line, folder, config.timeout(), config.environment()).run(cancel);
	}
}
