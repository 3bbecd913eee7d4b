package dev.benchtop.cli.storage;

import java.io.IOException;
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
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.PathFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop mkdir}: makes folders and those above them; one that is there is fine. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "mkdir")
public final class MkdirCommand implements CliCommand {

	private final Locations locations;

	@Parameters(arity = "1..*", paramLabel = "LOCATION", descriptionKey = "mkdir.location")
	private List<String> places;

	@Option(names = {"-p", "--parents"}, descriptionKey = "mkdir.parents")
	private boolean parents;

	@Activate
	public MkdirCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var made = new ArrayList<String>();
		for (final String text : places) {
			final var place = Place.find(text, locations, context);
			try {
				Files.createDirectories(place.path());
			} catch (IOException | UnsupportedOperationException e) {
				throw PathFailure.of(Messages.MkdirCommand_failed, place.text(), e);
			}
			made.add(place.text());
		}
		if (context.json()) {
			context.json(made);
		}
		return 0;
	}
}
