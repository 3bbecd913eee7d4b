package dev.benchtop.cli.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;

/** {@code benchtop check}: reads the bench files, and tells all that is wrong with them. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "check")
public final class CheckCommand implements CliCommand {

	@Override
	public boolean needsTrust() {
		return false;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var bench = context.bench();
		final var findings = bench.findings();
		final long errors = findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
		if (context.json()) {
			context.json(json(findings, errors));
		} else {
			findings.forEach(finding -> context.out().println(line(finding, context.workingFolder())));
			context.out().println(NLS.bind(Messages.CheckCommand_summary,
					new Object[] {bench.boards().size() + bench.storages().size(), errors, findings.size() - errors}));
		}
		return errors == 0 ? 0 : BenchException.Kind.USAGE.exitCode();
	}

	private static String line(Finding finding, Path workingFolder) {
		final Path file = finding.file().startsWith(workingFolder) ? workingFolder.relativize(finding.file()) : finding.file();
		final boolean folder = file.toString().isEmpty();
		return new Finding(finding.severity(), folder ? Path.of(".") : file, finding.line(), finding.key(), //$NON-NLS-1$
				finding.severity() == Finding.Severity.WARNING ? NLS.bind(Messages.CheckCommand_warning, finding.message()) : finding.message()).toString();
	}

	private static Map<String, Object> json(List<Finding> findings, long errors) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("errors", errors); //$NON-NLS-1$
		json.put("warnings", findings.size() - errors); //$NON-NLS-1$
		json.put("findings", findings.stream().map(finding -> { //$NON-NLS-1$
			final var entry = new LinkedHashMap<String, Object>();
			entry.put("severity", finding.severity().name().toLowerCase(Locale.ROOT)); //$NON-NLS-1$
			entry.put("file", finding.file()); //$NON-NLS-1$
			entry.put("line", finding.line()); //$NON-NLS-1$
			entry.put("key", finding.key()); //$NON-NLS-1$
			entry.put("message", finding.message()); //$NON-NLS-1$
			return entry;
		}).toList());
		return json;
	}
}
