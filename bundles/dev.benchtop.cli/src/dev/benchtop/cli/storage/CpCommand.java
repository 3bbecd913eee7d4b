package dev.benchtop.cli.storage;

import java.util.ArrayList;
import java.util.List;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.StreamTransfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchtop cp}: copies files and folders between storages, URLs, local files, and standard input and output. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "cp")
public final class CpCommand implements CliCommand {

	private static final String STANDARD = "-"; //$NON-NLS-1$

	private final Locations locations;

	@Mixin
	private final TransferArguments arguments = new TransferArguments();

	@Option(names = {"-r", "--recursive"}, descriptionKey = "cp.recursive")
	private boolean recursive;

	@Activate
	public CpCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (arguments.target().equals(STANDARD)) {
			return print(context);
		}
		if (arguments.sources().contains(STANDARD)) {
			return receive(context);
		}
		final var pairs = new Targets(locations, context).of(arguments.sources(), arguments.target());
		for (final var pair : pairs) {
			if (pair.folder() && !recursive) {
				throw BenchException.usage(Messages.isFolder).where(pair.from().text()).next(Messages.CpCommand_recursive).build();
			}
		}
		return arguments.transfer(pairs, false, context);
	}

	private int print(CliContext context) throws BenchException {
		if (context.json()) {
			throw BenchException.usage(Messages.CatCommand_noJson).build();
		}
		final var places = new ArrayList<Location>();
		for (final String source : arguments.sources()) {
			places.add(Place.find(source, locations, context));
		}
		for (final var place : places) {
			CatCommand.print(place, 0, Long.MAX_VALUE, context);
		}
		return 0;
	}

	private int receive(CliContext context) throws BenchException {
		if (arguments.sources().size() > 1 || Targets.isFolder(arguments.target())) {
			throw BenchException.usage(Messages.CpCommand_input).build();
		}
		final var target = Place.find(arguments.target(), locations, context);
		return TransferArguments.tell(List.of(StreamTransfer.receive(context.in(), target, arguments.options(false), context.progress())), false, context);
	}
}
