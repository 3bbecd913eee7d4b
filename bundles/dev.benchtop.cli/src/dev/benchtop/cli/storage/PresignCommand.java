package dev.benchtop.cli.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.SignedForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop presign}: makes a URL that gives access for a while. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "presign")
public final class PresignCommand implements CliCommand {

	/** What the URL may do, as users write it. */
	enum Operation {
		read, write, stat;

		Presigner.Operation kind() {
			return Presigner.Operation.valueOf(name().toUpperCase(Locale.ROOT));
		}

		Ability ability() {
			return Ability.valueOf("PRESIGN_" + kind().name()); //$NON-NLS-1$
		}
	}

	/** The form in which it is printed, as users write it. */
	enum Form {
		url, curl, wget, uboot;

		SignedForm kind() {
			return SignedForm.valueOf(name().toUpperCase(Locale.ROOT));
		}
	}

	private final Locations locations;

	@Parameters(index = "0", paramLabel = "LOCATION", descriptionKey = "presign.location")
	private String location;

	@Parameters(index = "1", arity = "0..1", paramLabel = "read|write|stat", descriptionKey = "presign.operation")
	private Operation operation = Operation.read;

	@Option(names = "--expire", paramLabel = "TIME", descriptionKey = "presign.expire")
	private Duration expire = Duration.ofHours(1);

	@Option(names = "--as", paramLabel = "FORM", descriptionKey = "presign.as")
	private Form form = Form.url;

	@Activate
	public PresignCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Place.find(location, locations, context);
		final Instant until = Instant.now().plus(expire);
		final var request = presigner(place).presign(place.path(), operation.kind(), expire);
		final String text = form.kind().render(request, Place.name(place));
		if (context.json()) {
			context.json(json(request, until, text));
		} else {
			context.out().println(text);
			if (form == Form.url) {
				request.headers().forEach((name, value) -> context.err().println(name + ": " + value)); //$NON-NLS-1$
			}
		}
		return 0;
	}

	private Presigner presigner(Location place) throws BenchException {
		final var storage = Place.storage(place).orElseThrow(() -> BenchException.usage(Messages.noStorage).where(place.text()).build());
		final Optional<String> whyNot = storage.abilities().whyNot(operation.ability());
		final Optional<Presigner> presigner = whyNot.isPresent() ? Optional.empty() : storage.presigner();
		return presigner.orElseThrow(() -> BenchException.failed(Messages.PresignCommand_impossible).where(place.text()).why(whyNot.orElse(null)).build());
	}

	private static Map<String, Object> json(Presigner.Request request, Instant until, String text) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("method", request.method()); //$NON-NLS-1$
		json.put("url", request.url()); //$NON-NLS-1$
		json.put("headers", request.headers()); //$NON-NLS-1$
		json.put("expires", until.toString()); //$NON-NLS-1$
		json.put("text", text); //$NON-NLS-1$
		return json;
	}
}
