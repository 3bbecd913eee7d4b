package dev.benchtop.cli.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Checksums;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.Urls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop hash}: digests files, in the form that {@code sha256sum --check} reads. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "hash")
public final class HashCommand implements CliCommand {

	/** The names of algorithms as users write them. */
	enum Algorithm {
		md5, sha1, sha256;

		Checksums.Algorithm kind() {
			return Checksums.Algorithm.valueOf(name().toUpperCase(Locale.ROOT));
		}
	}

	private final Locations locations;

	@Parameters(arity = "1..*", paramLabel = "LOCATION", descriptionKey = "location")
	private List<String> places;

	@Option(names = "--algo", paramLabel = "ALGO", descriptionKey = "hash.algo")
	private Algorithm algorithm = Algorithm.sha256;

	@Activate
	public HashCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var json = new ArrayList<Map<String, Object>>();
		for (final String text : places) {
			final var place = Place.find(text, locations, context);
			if (Place.attributes(place).isDirectory()) {
				throw BenchException.usage(Messages.isFolder).where(place.text()).build();
			}
			final String hash = Checksums.of(place, algorithm.kind(), context.progress());
			if (!context.json()) {
				context.out().println(hash + "  " + Urls.redacted(text)); //$NON-NLS-1$
			}
			final var entry = new LinkedHashMap<String, Object>();
			entry.put("location", place.text()); //$NON-NLS-1$
			entry.put("algorithm", algorithm.name()); //$NON-NLS-1$
			entry.put("hash", hash); //$NON-NLS-1$
			json.add(entry);
		}
		if (context.json()) {
			context.json(json);
		}
		return 0;
	}
}
