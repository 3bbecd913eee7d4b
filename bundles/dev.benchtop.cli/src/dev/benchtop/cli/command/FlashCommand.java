package dev.benchtop.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.PathFailure;
import dev.benchtop.core.storage.Urls;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop flash}: puts an image on a board, or several on its targets. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "flash")
public final class FlashCommand implements CliCommand {

	private final Flashing flashing;
	private final Locations locations;
	private final FlashPlaces places;

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:TARGET]", descriptionKey = "flash.address")
	private String address;

	@Parameters(index = "1", arity = "0..1", paramLabel = "IMAGE", descriptionKey = "flash.image")
	private Optional<String> image = Optional.empty();

	@Option(names = {"-t", "--target"}, paramLabel = "NAME=IMAGE", descriptionKey = "flash.target")
	private Map<String, String> more = new LinkedHashMap<>();

	@Option(names = "--also", paramLabel = "ADDRESS", descriptionKey = "flash.also")
	private List<String> also = List.of();

	@Option(names = "--sha256", paramLabel = "HASH", descriptionKey = "flash.sha256")
	private Optional<String> sha256 = Optional.empty();

	@Option(names = "--no-verify", descriptionKey = "flash.noVerify")
	private boolean noVerify;

	@Mixin
	private Consents consents = new Consents();

	@Option(names = "--take-over", descriptionKey = "flash.takeOver")
	private boolean takeOver;

	@Activate
	public FlashCommand(@Reference Flashing flashing, @Reference Locations locations, @Reference FlashPlaces places) {
		this.places = places;
		this.flashing = flashing;
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		try {
			final var place = places.find(address, context);
			final var flasher = place.flasher();
			final var requests = requests(place, context);
			if (!also.isEmpty()) {
				return together(place, requests, context);
			}
			for (final var request : requests) {
				final var plan = flashing.plan(flasher, request);
				if (!context.json()) {
					plan.steps().forEach(step -> context.out().println("- " + step)); //$NON-NLS-1$
				}
			}
			if (takeOver) {
				flashing.takeOver(flasher.board());
			}
			return flash(place, requests, context);
		} catch (BenchException e) {
			if (!context.json() || context.token().isCancelled()) {
				throw e;
			}
			context.json(Reports.refused(e, Address.parse(address).target()));
			context.err().println(NLS.bind(Messages.error, e.getMessage()));
			return e.kind().exitCode();
		}
	}

	/** What is to be done in this order, on one board that stays ready in between. */
	private List<FlashRequest> requests(FlashPlaces.Place place, CliContext context) throws BenchException {
		final String target = place.target();
		if (image.isPresent() && more.containsKey(target)) {
			throw BenchException.usage(NLS.bind(Messages.FlashCommand_twice, target)).build();
		}
		final var images = new LinkedHashMap<String, String>();
		image.ifPresent(first -> images.put(target, first));
		images.putAll(more);
		if (images.isEmpty() || image.isEmpty() && !target.isEmpty()) {
			throw BenchException.usage(Messages.FlashCommand_nothing).next(Messages.FlashCommand_nothingNext).build();
		}
		if (images.size() > 1 && sha256.isPresent()) {
			throw BenchException.usage(Messages.FlashCommand_oneHash).next(Messages.FlashCommand_oneHashNext).build();
		}
		final var requests = new ArrayList<FlashRequest>();
		for (final var entry : images.entrySet()) {
			final String text = entry.getValue();
			final var chosen = flashing.target(place.flasher(), entry.getKey());
			final var request = new FlashRequest(source(text, context), Urls.redacted(text), entry.getKey(), !noVerify, sha256)
					.with(consents.of(place.name(), chosen, context));
			requests.add(requests.size() + 1 < images.size() ? request.beforeAnother() : request);
		}
		return requests;
	}

	private int flash(FlashPlaces.Place place, List<FlashRequest> requests, CliContext context) throws BenchException {
		final var reports = new ArrayList<FlashReport>();
		for (final var request : requests) {
			final var report = flashing.flash(place.flasher(), request, context.progress());
			reports.add(report);
			report.failure().ifPresent(failure -> context.err().println(NLS.bind(Messages.error, failure.getMessage())));
			if (!context.json()) {
				context.out().println(sentence(place.name(), request.label(), report));
			}
			if (!report.succeeded()) {
				break;
			}
		}
		if (context.json()) {
			final var all = reports.stream().map(Reports::json).toList();
			context.json(requests.size() == 1 ? all.getFirst() : all);
		}
		return Reports.exitCode(reports.getLast());
	}

	/** The same image on several targets at once. */
	private int together(FlashPlaces.Place first, List<FlashRequest> requests, CliContext context) throws BenchException {
		if (requests.size() > 1) {
			throw BenchException.usage(Messages.FlashCommand_alsoOne).build();
		}
		final var jobs = new ArrayList<Together.Job>();
		jobs.add(new Together.Job(first, requests.getFirst()));
		for (final String other : also) {
			final var place = places.find(other, context);
			final var target = flashing.target(place.flasher(), place.target());
			final var one = requests.getFirst();
			jobs.add(new Together.Job(place, new FlashRequest(one.image(), one.label(), target.name(), one.verify(), one.sha256())
					.with(consents.of(place.name(), target, context))));
		}
		for (final var job : jobs) {
			final var plan = flashing.plan(job.place().flasher(), job.request());
			if (!context.json()) {
				plan.steps().forEach(step -> context.out().println("- " + job.place().name() + ": " + step)); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		return tell(jobs, new Together(flashing).run(jobs, context.progress()), context);
	}

	private int tell(List<Together.Job> jobs, List<Together.Result> results, CliContext context) {
		int code = 0;
		for (int i = 0; i < jobs.size(); i++) {
			final var result = results.get(i);
			final var failure = result.report() == null ? Optional.of(result.refusal()) : result.report().failure();
			failure.ifPresent(reason -> context.err().println(NLS.bind(Messages.error, reason.getMessage())));
			if (result.report() != null && !context.json()) {
				context.out().println(sentence(jobs.get(i).place().name(), jobs.get(i).request().label(), result.report()));
			}
			code = Math.max(code, result.report() == null ? result.refusal().kind().exitCode() : Reports.exitCode(result.report()));
		}
		if (context.json()) {
			final var all = new ArrayList<Map<String, Object>>();
			for (int i = 0; i < jobs.size(); i++) {
				final var result = results.get(i);
				all.add(result.report() == null ? Reports.refused(result.refusal(), jobs.get(i).request().target()) : Reports.json(result.report()));
			}
			context.json(all);
		}
		return code;
	}

	private Path source(String image, CliContext context) throws BenchException {
		final boolean local = !image.contains(":") && Files.exists(context.workingFolder().resolve(image)); //$NON-NLS-1$
		final var location = locations.locate(image, local ? Optional.empty() : Optional.of(context.bench()), context.workingFolder());
		try {
			Files.readAttributes(location.path(), BasicFileAttributes.class);
			return location.path();
		} catch (IOException e) {
			throw PathFailure.of(Messages.FlashCommand_noImage, location.text(), e);
		}
	}

	private String sentence(String board, String image, FlashReport report) {
		final Object[] values = {image, new Address(board, "", report.target()), new ByteSize(report.bytes()).display(), //$NON-NLS-1$
				String.format("%.1f", Reports.seconds(report.time())), //$NON-NLS-1$ //$NON-NLS-2$
				report.sha256().map(sum -> NLS.bind(Messages.FlashCommand_sha256, sum)).orElse("")}; //$NON-NLS-1$
		return NLS.bind(switch (report.outcome()) {
		case VERIFIED -> Messages.FlashCommand_verified;
		case WRITTEN -> Messages.FlashCommand_written;
		case UNCHANGED -> Messages.FlashCommand_unchanged;
		case INCOMPLETE -> Messages.FlashCommand_incomplete;
		}, values);
	}
}
