package dev.benchtop.cli.machine;

import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop reset}: takes a disk back to the image that was flashed. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "reset")
public final class ResetCommand implements CliCommand {

	private static final String TARGET = "target"; //$NON-NLS-1$

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:DISK]", descriptionKey = "machine.disk")
	private String address;

	@Option(names = "--yes", descriptionKey = "machine.yes")
	private boolean yes;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		return VerbTwin.find(address, Flasher.class, "reset", context) //$NON-NLS-1$
				.run(place.target().isEmpty() ? Map.of() : Map.of(TARGET, place.target()), yes, context);
	}
}
