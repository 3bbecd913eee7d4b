package dev.benchtop.cli.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.cli.ErrorJson;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Existing;
import dev.benchtop.core.storage.Transfer;
import dev.benchtop.core.storage.TransferOptions;
import dev.benchtop.core.storage.TransferReport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code cp} and {@code mv} are told alike, and what they tell. */
final class TransferArguments {

	/** What becomes of files that are there. */
	static final class Policy {
		@Option(names = {"-f", "--force"}, descriptionKey = "cp.force")
		private boolean force;

		@Option(names = "--skip-existing", descriptionKey = "cp.skipExisting")
		private boolean skip;

		@Option(names = {"-u", "--update"}, descriptionKey = "cp.update")
		private boolean update;
	}

	@Parameters(arity = "2..*", paramLabel = "SOURCE... TARGET", hideParamSyntax = true, descriptionKey = "cp.locations")
	private List<String> places;

	@ArgGroup(exclusive = true)
	private Policy policy = new Policy();

	@Option(names = "--verify", descriptionKey = "cp.verify")
	private boolean verify;

	private final List<TransferReport> reports = new ArrayList<>();

	List<String> sources() {
		return places.subList(0, places.size() - 1);
	}

	String target() {
		return places.getLast();
	}

	TransferOptions options(boolean move) {
		final Existing existing = policy.force ? Existing.REPLACE : policy.skip ? Existing.SKIP : policy.update ? Existing.CHANGED : Existing.FAIL;
		return new TransferOptions(move, existing, verify);
	}

	/** Transfers all, one after the other; one that fails does not stop the others. */
	int transfer(List<Targets.Pair> pairs, boolean move, CliContext context) throws BenchException {
		for (final var pair : pairs) {
			reports.add(new Transfer(pair.from(), pair.to(), options(move)).run(context.progress()));
		}
		return tell(reports, move, context);
	}

	/** Tells what came of it; returns the exit code. */
	static int tell(List<TransferReport> reports, boolean move, CliContext context) {
		final var failures = reports.stream().flatMap(report -> report.failures().stream()).toList();
		final long files = reports.stream().mapToLong(TransferReport::files).sum();
		final long skipped = reports.stream().mapToLong(TransferReport::skipped).sum();
		final long bytes = reports.stream().mapToLong(TransferReport::bytes).sum();
		final double seconds = reports.stream().mapToLong(report -> report.time().toMillis()).sum() / 1000.0;
		if (context.json()) {
			final Map<String, Object> json = new LinkedHashMap<>();
			json.put("files", files); //$NON-NLS-1$
			json.put("skipped", skipped); //$NON-NLS-1$
			json.put("bytes", bytes); //$NON-NLS-1$
			json.put("seconds", seconds); //$NON-NLS-1$
			json.put("notes", reports.stream().flatMap(report -> report.notes().stream()).toList()); //$NON-NLS-1$
			json.put("failures", failures.stream().map(failure -> ErrorJson.of(failure.reason())).toList()); //$NON-NLS-1$
			context.json(json);
		}
		failures.forEach(failure -> context.err().println(NLS.bind(Messages.error, failure.reason().getMessage())));
		if (!context.json()) {
			if (files > 0 || skipped > 0) {
				context.err().println(move && skipped == 0 && bytes == 0 ? NLS.bind(Messages.TransferArguments_renamed, files) : words(files, skipped, bytes, seconds));
			}
			if (failures.stream().anyMatch(TransferReport.Failure::existed)) {
				context.err().println(Messages.TransferArguments_existsNext);
			}
		}
		return failures.isEmpty() ? 0 : BenchException.Kind.FAILED.exitCode();
	}

	private static String words(long files, long skipped, long bytes, double seconds) {
		final String done = NLS.bind(files == 1 ? Messages.TransferArguments_file : Messages.TransferArguments_files,
				new Object[] {files, new ByteSize(bytes).display(), String.format("%.1f", seconds)}); //$NON-NLS-1$
		return skipped == 0 ? done : NLS.bind(Messages.TransferArguments_skipped, done, skipped);
	}
}
