package dev.benchtop.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop dump}: reads a target of a board back into a file. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "dump")
public final class DumpCommand implements CliCommand {

	private final Flashing flashing;

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:TARGET]", descriptionKey = "flash.address")
	private String address;

	@Parameters(index = "1", paramLabel = "FILE", descriptionKey = "dump.file")
	private Path file;

	@Option(names = "--force", descriptionKey = "dump.force")
	private boolean force;

	@Option(names = "--take-over", descriptionKey = "dump.takeOver")
	private boolean takeOver;

	@Activate
	public DumpCommand(@Reference Flashing flashing) {
		this.flashing = flashing;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (Files.exists(file) && !force) {
			throw BenchException.usage(Messages.DumpCommand_exists).where(file.toString()).next(Messages.DumpCommand_force).build();
		}
		final var place = Address.parse(address);
		final var flasher = context.bench().board(place.board()).find(place.node(), Flasher.class);
		final String target = flashing.target(flasher, place.target()).name();
		if (takeOver) {
			flashing.takeOver(flasher.board());
		}
		final var report = flashing.dump(flasher, new DumpRequest(target, file), context.progress());
		if (context.json()) {
			context.json(Reports.json(report));
		}
		report.failure().ifPresent(failure -> context.err().println(NLS.bind(Messages.error, failure.getMessage())));
		if (!context.json()) {
			context.out().println(sentence(place.board(), report));
		}
		return Reports.exitCode(report);
	}

	private String sentence(String board, FlashReport report) {
		return NLS.bind(report.outcome().isSuccess() ? Messages.DumpCommand_done : Messages.DumpCommand_failed, new Object[] {
				new Address(board, "", report.target()), file, //$NON-NLS-1$
				new ByteSize(report.bytes()).display(), String.format("%.1f", Reports.seconds(report.time())), report.sha256().orElse("")}); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
