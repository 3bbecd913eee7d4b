package dev.benchtop.cli.machine;

import java.util.Map;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop command}: prints the command line of a board that is a program of this machine. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "command")
public final class CommandLineCommand implements CliCommand {

	@Parameters(index = "0", paramLabel = "BOARD[/NODE]", descriptionKey = "machine.address")
	private String address;

	@Option(names = "--script", descriptionKey = "command.script")
	private boolean script;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var line = context.bench().board(place.board()).find(place.node(), CommandLine.class).use(CommandLine.class);
		if (script) {
			context.out().print(line.script());
		} else if (context.json()) {
			context.json(Map.of("command", line.commandLine())); //$NON-NLS-1$
		} else {
			context.out().println(line.quoted());
		}
		return 0;
	}
}
