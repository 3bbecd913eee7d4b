package dev.benchtop.cli.machine;

import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verb of a flasher on one of its disks, as a command of its own. */
abstract class DiskCommand implements CliCommand {

	private static final String TARGET = "target"; //$NON-NLS-1$

	private final String verb;

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:DISK]", descriptionKey = "machine.disk")
	private String address;

	@Option(names = "--yes", descriptionKey = "machine.yes")
	private boolean yes;

	DiskCommand(String verb) {
		this.verb = verb;
	}

	@Override
	public final int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		return VerbTwin.find(address, Flasher.class, verb, context).run(place.target().isEmpty() ? Map.of() : Map.of(TARGET, place.target()), yes, context);
	}
}
