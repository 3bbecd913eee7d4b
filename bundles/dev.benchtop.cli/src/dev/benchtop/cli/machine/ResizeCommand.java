package dev.benchtop.cli.machine;

import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop resize}: makes a disk of a board longer, or gives it more or less memory from its next start on. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "resize")
public final class ResizeCommand implements CliCommand {

	/** What is resized; the names are what the user writes. */
	enum What {
		disk, memory
	}

	@Parameters(index = "0", paramLabel = "BOARD[/NODE][:DISK]", descriptionKey = "machine.disk")
	private String address;

	@Parameters(index = "1", paramLabel = "disk|memory", descriptionKey = "resize.what")
	private What what;

	@Parameters(index = "2", paramLabel = "SIZE", descriptionKey = "resize.size")
	private String size;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var twin = VerbTwin.find(address, CommandLine.class, "resize-" + what, context); //$NON-NLS-1$
		return twin.run(what == What.disk && !place.target().isEmpty() ? Map.of("size", bytes(), "target", place.target()) : Map.of("size", bytes()), true, context); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private ByteSize bytes() throws BenchException {
		try {
			return ByteSize.parse(size);
		} catch (IllegalArgumentException e) {
			throw BenchException.usage(e.getMessage()).next(Messages.ResizeCommand_form).build();
		}
	}
}
