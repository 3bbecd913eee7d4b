package dev.benchtop.cli.storage;

import java.nio.file.Files;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop rm}: deletes files, and with {@code -r} folders; asks nothing, and tells what went. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "rm")
public final class RmCommand implements CliCommand {

	private final Locations locations;

	@Parameters(arity = "1..*", paramLabel = "LOCATION", descriptionKey = "location")
	private List<String> places;

	@Option(names = {"-r", "--recursive"}, descriptionKey = "rm.recursive")
	private boolean recursive;

	@Option(names = {"-f", "--force"}, descriptionKey = "rm.force")
	private boolean force;

	@Activate
	public RmCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var due = new ArrayList<Location>();
		for (final String text : places) {
			final var place = Place.find(text, locations, context);
			if (isDue(place)) {
				due.add(place);
			}
		}
		final var done = new ArrayList<Deletion>();
		try {
			for (final Location place : due) {
				context.token().check();
				final var deletion = new Deletion(place, context.token());
				if (isFolder(place)) {
					deletion.tree();
				} else {
					deletion.file();
				}
				done.add(deletion);
			}
		} finally {
			if (!context.json()) {
				done.forEach(deletion -> context.out().println(deletion.words()));
			}
		}
		if (context.json()) {
			context.json(done.stream().map(Deletion::json).toList());
		}
		return 0;
	}

	/** Whether there is something to delete; refuses all that must not go before anything does. */
	private boolean isDue(Location place) throws BenchException {
		if (Files.isSymbolicLink(place.path())) {
			return true;
		}
		final var there = Place.ifThere(place);
		if (there.isEmpty()) {
			if (force) {
				return false;
			}
			throw BenchException.failed(Messages.RmCommand_missing).where(place.text()).build();
		}
		if (there.get().isDirectory() && !recursive) {
			throw BenchException.usage(Messages.isFolder).where(place.text()).next(Messages.RmCommand_recursive).build();
		}
		if (Place.isRoot(place) && !force) {
			throw BenchException.usage(Messages.RmCommand_root).where(place.text()).next(Messages.RmCommand_rootNext).build();
		}
		return true;
	}

	private static boolean isFolder(Location place) throws BenchException {
		return !Files.isSymbolicLink(place.path()) && Place.attributes(place).isDirectory();
	}
}
