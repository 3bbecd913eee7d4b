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

/** {@code benchtop dump}: reads a target of a board or a disk back into a file. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "dump")
public final class DumpCommand implements CliCommand {

	private final Flashing flashing;
	private final FlashPlaces places;

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:TARGET]", descriptionKey = "flash.address")
	private String address;

	@Parameters(index = "1", paramLabel = "FILE", descriptionKey = "dump.file")
	private Path file;

	@Option(names = "--force", descriptionKey = "dump.force")
	private boolean force;

	@Option(names = "--take-over", descriptionKey = "dump.takeOver")
	private boolean takeOver;

	@Activate
	public DumpCommand(@Reference Flashing flashing, @Reference FlashPlaces places) {
		this.flashing = flashing;
		this.places = places;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		return new Dumping(flashing, places).run(address, file, false, force, takeOver, context);
	}
}
