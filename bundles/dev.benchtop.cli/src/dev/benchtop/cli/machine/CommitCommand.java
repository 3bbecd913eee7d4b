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

/** {@code benchtop commit}: makes what a board wrote to a disk the image of that disk. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "commit")
public final class CommitCommand implements CliCommand {

	private static final String TARGET = "target"; //$NON-NLS-1$

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:DISK]", descriptionKey = "machine.disk")
	private String address;

	@Option(names = "--yes", descriptionKey = "machine.yes")
	private boolean yes;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		return VerbTwin.find(address, Flasher.class, "commit", context) //$NON-NLS-1$
				.run(place.target().isEmpty() ? Map.of() : Map.of(TARGET, place.target()), yes, context);
	}
}
