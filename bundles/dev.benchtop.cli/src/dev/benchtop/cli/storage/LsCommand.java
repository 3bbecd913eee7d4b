package dev.benchtop.cli.storage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop ls}: names what lies in a folder; sorted, but for folders so large that one does not wait for their end. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "ls")
public final class LsCommand implements CliCommand {

	private static final int SORTED = 5000;

	private final Locations locations;

	@Parameters(arity = "0..1", paramLabel = "LOCATION", descriptionKey = "ls.location", defaultValue = ".")
	private String location;

	@Option(names = "-l", descriptionKey = "ls.long")
	private boolean details;

	@Option(names = {"-R", "--recursive"}, descriptionKey = "ls.recursive")
	private boolean recursive;

	@Activate
	public LsCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Place.find(location, locations, context);
		final var attributes = Place.attributes(place);
		final var printed = new Printed(context);
		if (!attributes.isDirectory()) {
			printed.visit(new Listed(Place.name(place), attributes));
		} else if (recursive) {
			new Walk(place, context.token()).tree(printed);
		} else {
			new Walk(place, context.token()).list(printed);
		}
		printed.end();
		return 0;
	}

	/** Prints what is found, and stops when nobody reads any more. */
	private final class Printed implements Walk.Visitor {
		private final CliContext context;
		private final List<Listed> waiting = new ArrayList<>();
		private final List<Map<String, Object>> json = new ArrayList<>();
		private boolean many;

		Printed(CliContext context) {
			this.context = context;
		}

		@Override
		public void visit(Listed found) {
			if (context.json()) {
				json.add(found.json());
			} else if (many) {
				print(found);
			} else {
				waiting.add(found);
				if (waiting.size() == SORTED) {
					many = true;
					flush();
				}
			}
		}

		void end() {
			if (context.json()) {
				context.json(json);
			} else {
				flush();
			}
		}

		private void flush() {
			waiting.sort(Comparator.comparing(Listed::name));
			waiting.forEach(this::print);
			waiting.clear();
		}

		private void print(Listed found) {
			context.out().println(details ? found.line() : found.label());
		}
	}
}
