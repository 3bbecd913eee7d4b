package dev.benchtop.cli.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Benches;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop trust}: allows what the bench files of a folder say to be run. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "trust")
public final class TrustCommand implements CliCommand {

	private final Benches benches;

	@Parameters(paramLabel = "DIR", arity = "0..1", descriptionKey = "trust.dir")
	private Optional<Path> folder = Optional.empty();

	@Activate
	public TrustCommand(@Reference Benches benches) {
		this.benches = benches;
	}

	@Override
	public boolean needsTrust() {
		return false;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (folder.isEmpty()) {
			return trust(context.bench(), context);
		}
		try (var bench = benches.open(folder.get(), Benches.Mode.ONCE)) {
			return trust(bench, context);
		}
	}

	private static int trust(Bench bench, CliContext context) throws BenchException {
		bench.trust();
		if (context.json()) {
			context.json(Map.of("folder", bench.folder(), "trusted", true)); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			context.out().println(NLS.bind(Messages.TrustCommand_trusted, bench.folder()));
		}
		return 0;
	}
}
