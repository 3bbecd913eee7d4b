package dev.benchtop.cli.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a board to a prompt by a verb of one of its nodes, and then is its console. */
abstract class PromptCommand implements CliCommand {

	private final String verb;
	private final Terminal terminal;

	@Parameters(index = "0", paramLabel = "BOARD", descriptionKey = "address")
	private String address;

	@Option(names = "--timeout", paramLabel = "TIME", descriptionKey = "console.timeout")
	private Optional<Duration> timeout = Optional.empty();

	/** {@code verb} is the id of the one that brings a board there. */
	PromptCommand(String verb, Terminal terminal) {
		this.verb = verb;
		this.terminal = terminal;
	}

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var board = context.bench().board(place.board());
		board.open();
		final var chosen = choose(board, place.node());
		if (chosen.whyNot().isPresent()) {
			throw BenchException.failed(chosen.label()).where(board.name()).why(chosen.whyNot().get()).build();
		}
		final var node = board.find("", Console.class); //$NON-NLS-1$
		final var console = node.use(Console.class);
		chosen.action().run(Map.of(), context.progress());
		final String title = new Address(board.name(), node.path(), "").toString(); //$NON-NLS-1$
		try (var raw = terminal.enter()) {
			return new ConsoleSession(console, title, context, new Manner(raw.isRaw(), false, false, false, timeout)).run();
		}
	}

	private Verb choose(Board board, String path) throws BenchException {
		final List<Verb> verbs = board.allNodes().stream().filter(node -> node.ref().isEmpty() && (path.isEmpty() || node.path().equals(path)))
				.flatMap(node -> node.verbs().stream()).filter(one -> one.id().equals(verb)).toList();
		if (verbs.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.PromptCommand_none, board.name())).next(Messages.PromptCommand_noneNext).build();
		}
		return verbs.getFirst();
	}
}
