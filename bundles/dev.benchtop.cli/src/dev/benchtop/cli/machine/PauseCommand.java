package dev.benchtop.cli.machine;

import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code benchtop pause}: stops a board between two instructions. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "pause")
public final class PauseCommand implements CliCommand {

	@Parameters(index = "0", paramLabel = "BOARD[/NODE]", descriptionKey = "machine.address")
	private String address;

	@Override
	public int run(CliContext context) throws BenchException {
		return VerbTwin.find(address, Power.class, "pause", context).run(Map.of(), true, context); //$NON-NLS-1$
	}
}
