package dev.benchtop.cli.console;

import java.time.Duration;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop console}: the console of a board, raw on a terminal, plain bytes in a pipe. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "console")
public final class ConsoleCommand implements CliCommand {

	private final Terminal terminal;

	@Parameters(index = "0", paramLabel = "BOARD", descriptionKey = "address")
	private String address;

	@Parameters(index = "1", arity = "0..1", paramLabel = "NAME", descriptionKey = "console.name")
	private Optional<String> name = Optional.empty();

	@Option(names = "--no-replay", descriptionKey = "console.noReplay")
	private boolean noReplay;

	@Option(names = "--read-only", descriptionKey = "console.readOnly")
	private boolean readOnly;

	@Option(names = "--take-over", descriptionKey = "console.takeOver")
	private boolean takeOver;

	@Option(names = "--timeout", paramLabel = "TIME", descriptionKey = "console.timeout")
	private Optional<Duration> timeout = Optional.empty();

	@Activate
	public ConsoleCommand() {
		this(RawTerminal::enter);
	}

	/** A command at another terminal. */
	ConsoleCommand(Terminal terminal) {
		this.terminal = terminal;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var node = context.bench().board(place.board()).find(name.orElse(place.node()), Console.class);
		final var console = node.use(Console.class);
		final String title = new Address(place.board(), node.path(), "").toString(); //$NON-NLS-1$
		try (var raw = terminal.enter()) {
			return new ConsoleSession(console, title, context, new Manner(raw.isRaw(), !noReplay, readOnly, takeOver, timeout)).run();
		}
	}
}
