package dev.benchtop.cli.command;

import java.nio.file.Path;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop backup}: a copy of a disk or of a board's medium, with a block map. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "backup")
public final class BackupCommand implements CliCommand {

	private final Flashing flashing;
	private final FlashPlaces places;

	@Parameters(index = "0", paramLabel = "DISK|BOARD[/NODE][:TARGET]", descriptionKey = "flash.address")
	private String address;

	@Parameters(index = "1", paramLabel = "FILE", descriptionKey = "backup.file")
	private Path file;

	@Option(names = "--no-map", descriptionKey = "backup.noMap")
	private boolean noMap;

	@Option(names = "--force", descriptionKey = "dump.force")
	private boolean force;

	@Activate
	public BackupCommand(@Reference Flashing flashing, @Reference FlashPlaces places) {
		this.flashing = flashing;
		this.places = places;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		return new Dumping(flashing, places).run(address, file, !noMap, force, false, context);
	}
}
