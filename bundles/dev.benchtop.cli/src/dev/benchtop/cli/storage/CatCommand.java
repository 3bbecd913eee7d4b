package dev.benchtop.cli.storage;

import java.io.IOException;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Progress;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Location;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.core.storage.StreamTransfer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop cat}: prints a file, or a part of it, byte for byte. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "cat")
public final class CatCommand implements CliCommand {

	private final Locations locations;

	@Parameters(paramLabel = "LOCATION", descriptionKey = "location")
	private String location;

	@Option(names = "--offset", paramLabel = "BYTES", descriptionKey = "cat.offset")
	private Optional<ByteSize> offset = Optional.empty();

	@Option(names = "--length", paramLabel = "BYTES", descriptionKey = "cat.length")
	private Optional<ByteSize> length = Optional.empty();

	@Activate
	public CatCommand(@Reference Locations locations) {
		this.locations = locations;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (context.json()) {
			throw BenchException.usage(Messages.CatCommand_noJson).build();
		}
		print(Place.find(location, locations, context), offset.map(ByteSize::bytes).orElse(0L), length.map(ByteSize::bytes).orElse(Long.MAX_VALUE), context);
		return 0;
	}

	/** Prints a range; ends without an error where nobody reads it. */
	static long print(Location place, long offset, long length, CliContext context) throws BenchException {
		try (var out = new StandardOutput(context.out())) {
			return StreamTransfer.send(place, offset, length, out, Progress.of(context.token()));
		} catch (StandardOutput.ClosedByReader e) {
			return 0;
		} catch (IOException e) {
			throw BenchException.failed(Messages.CatCommand_cannotPrint).where(place.text()).why(e).build();
		}
	}
}
