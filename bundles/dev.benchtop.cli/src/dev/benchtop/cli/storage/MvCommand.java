package dev.benchtop.cli.storage;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Locations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code benchtop mv}: renames files and folders, or moves them to another storage. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "mv")
public final class MvCommand implements CliCommand {

	private final Locations locations;

	@Mixin
	private final TransferArguments arguments = new TransferArguments();

	@Activate
	public MvCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var pairs = new Targets(locations, context).of(arguments.sources(), arguments.target());
		for (final var pair : pairs) {
			if (Place.isRoot(pair.from())) {
				throw BenchException.usage(Messages.MvCommand_root).where(pair.from().text()).build();
			}
		}
		return arguments.transfer(pairs, true, context);
	}
}
