package dev.benchtop.uboot.bundle;

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
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop bundle}: looks into flasher bundles, fetches them into the cache, and verifies them. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "bundle")
public final class BundleCommand implements CliCommand {

	/** What to do; the names are what the user writes. */
	enum Action {
		show, fetch, verify
	}

	private final FlasherBundles bundles;

	@Parameters(index = "0", paramLabel = "show|fetch|verify", descriptionKey = "bundle.action")
	private Action action;

	@Parameters(index = "1", paramLabel = "REF", descriptionKey = "bundle.reference")
	private String reference;

	@Option(names = "--manifest", paramLabel = "FILE", descriptionKey = "bundle.manifest")
	private String manifest = FlasherBundles.MANIFEST;

	@Activate
	public BundleCommand(@Reference FlasherBundles bundles) {
		this.bundles = bundles;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final boolean onBench = FlasherBundles.onBench(reference, context.workingFolder());
		final Optional<Bench> bench = onBench ? Optional.of(context.bench()) : Optional.empty();
		try (var bundle = bundles.open(reference, manifest, bench, context.workingFolder(), context.token())) {
			return switch (action) {
			case show -> show(bundle, context);
			case fetch -> fetch(bundle, context);
			case verify -> verify(bundle, context);
			};
		}
	}

	private static int show(FlasherBundle bundle, CliContext context) {
		final var description = new BundleDescription(bundle);
		if (context.json()) {
			context.json(description.json());
		} else {
			description.lines().forEach(context.out()::println);
		}
		return 0;
	}

	private static int fetch(FlasherBundle bundle, CliContext context) throws BenchException {
		final Progress progress = context.progress();
		progress.begin(new Progress.Phase("fetch", NLS.bind(Messages.BundleCommand_fetching, bundle.manifest().name())), -1); //$NON-NLS-1$
		final List<BootFile> files = bundle.fetchAll(progress);
		final long bytes = files.stream().mapToLong(BootFile::size).sum();
		if (context.json()) {
			final var json = new LinkedHashMap<String, Object>();
			json.put("reference", bundle.label()); //$NON-NLS-1$
			json.put("files", files.stream().map(file -> Map.of("name", file.name(), "size", file.size())).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			json.put("bytes", bytes); //$NON-NLS-1$
			context.json(json);
		} else {
			context.out().println(NLS.bind(Messages.BundleCommand_fetched, new Object[] {bundle.manifest().name(), files.size(), new ByteSize(bytes).display()}));
		}
		return 0;
	}

	private static int verify(FlasherBundle bundle, CliContext context) throws BenchException {
		final BundleCheck check = BundleCheck.of(bundle, context.progress());
		final boolean good = check.findings().isEmpty();
		if (context.json()) {
			final var json = new LinkedHashMap<String, Object>();
			json.put("reference", bundle.label()); //$NON-NLS-1$
			json.put("good", good); //$NON-NLS-1$
			final var files = new ArrayList<Map<String, Object>>();
			check.files().forEach((file, hash) -> files.add(Map.of("name", file.name(), "size", file.size(), "sha256", hash))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			json.put("files", files); //$NON-NLS-1$
			json.put("findings", check.findings().stream().map(BenchException::getMessage).toList()); //$NON-NLS-1$
			context.json(json);
		} else {
			check.files().forEach((file, hash) -> context.out().println(hash + "  " + file.name())); //$NON-NLS-1$
			check.findings().forEach(finding -> context.err().println(finding.getMessage()));
			context.out().println(NLS.bind(good ? Messages.BundleCommand_good : Messages.BundleCommand_bad, bundle.manifest().name(), check.findings().size()));
		}
		return good ? 0 : 1;
	}
}
