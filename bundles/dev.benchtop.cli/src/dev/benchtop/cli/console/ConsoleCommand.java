package dev.benchtop.cli.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.spi.Consoles;
import dev.benchtop.core.spi.Finder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop console}: the console of a board or a port, raw on a terminal, plain bytes in a pipe. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "console")
public final class ConsoleCommand implements CliCommand {

	private final Terminal terminal;
	private final List<Consoles> ports;
	private final List<Finder> finders;

	@Parameters(index = "0", arity = "0..1", paramLabel = "BOARD|PORT", descriptionKey = "console.address")
	private Optional<String> address = Optional.empty();

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

	@Option(names = {"-l", "--list"}, descriptionKey = "console.list")
	private boolean list;

	@Option(names = "--log", paramLabel = "FILE", descriptionKey = "console.log")
	private Optional<Path> log = Optional.empty();

	@Option(names = "--timestamps", arity = "0..1", fallbackValue = "clock", paramLabel = "FROM", descriptionKey = "console.timestamps")
	private Optional<Stamps.Kind> stamps = Optional.empty();

	@Mixin
	private PortOptions port = new PortOptions();

	@Activate
	public ConsoleCommand(@Reference List<Consoles> ports, @Reference List<Finder> finders) {
		this(RawTerminal::enter, ports, finders);
	}

	/** A command at another terminal. */
	ConsoleCommand(Terminal terminal, List<Consoles> ports, List<Finder> finders) {
		this.terminal = terminal;
		this.ports = ports;
		this.finders = finders;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		if (list) {
			new FoundPorts(finders).print(context);
			return 0;
		}
		final String text = address.orElseThrow(() -> BenchException.usage(Messages.ConsoleCommand_which).next(Messages.ConsoleCommand_whichNext).build());
		final var known = ports.stream().filter(one -> one.means(text)).findFirst();
		return known.isPresent() ? port(known.get(), text, context) : board(text, context);
	}

	private int port(Consoles consoles, String text, CliContext context) throws BenchException {
		try (var loose = consoles.make(text, port.config())) {
			return show(loose.console(), loose.title(), context);
		}
	}

	private int board(String text, CliContext context) throws BenchException {
		if (!port.config().isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.ConsoleCommand_noPort, text)).next(Messages.ConsoleCommand_noPortNext).build();
		}
		final var place = Address.parse(text);
		final var node = context.bench().board(place.board()).find(name.orElse(place.node()), Console.class);
		final var console = node.use(Console.class);
		return show(console, new Address(place.board(), node.path(), "").toString(), context); //$NON-NLS-1$
	}

	private int show(Console console, String title, CliContext context) throws BenchException {
		try (var raw = terminal.enter()) {
			return new ConsoleSession(console, title, context, new Manner(raw.isRaw(), !noReplay, readOnly, takeOver, timeout, log, stamps)).run();
		}
	}
}
