package dev.benchtop.cli.storage;

import java.util.LinkedHashMap;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Locations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop stat}: tells all that is known of a file or folder. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "stat")
public final class StatCommand implements CliCommand {

	private final Locations locations;

	@Parameters(paramLabel = "LOCATION", descriptionKey = "location")
	private String location;

	@Activate
	public StatCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Place.find(location, locations, context);
		final Map<String, Object> json = new LinkedHashMap<>();
		json.put("location", place.text()); //$NON-NLS-1$
		json.putAll(new Listed(Place.name(place), Place.attributes(place)).json());
		if (context.json()) {
			context.json(json);
		} else {
			json.entrySet().stream().filter(entry -> entry.getValue() != null)
					.forEach(entry -> context.out().println(entry.getKey() + ": " + entry.getValue())); //$NON-NLS-1$
		}
		return 0;
	}
}
