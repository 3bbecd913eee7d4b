package dev.benchtop.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchtop power}: switches boards, all that are named at once, and reads their meters. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "power")
public final class PowerCommand implements CliCommand {

	/** What to do; the names are what the user writes. */
	enum Action {
		on, off, cycle, state, read
	}

	@Parameters(arity = "2..*", paramLabel = "BOARD... on|off|cycle|state|read", descriptionKey = "power.action")
	private List<String> words;

	@Option(names = {"-w", "--wait"}, paramLabel = "TIME", defaultValue = "2s", descriptionKey = "power.wait")
	private Duration wait;

	@Option(names = {"-n", "--count"}, paramLabel = "COUNT", defaultValue = "1", descriptionKey = "power.count")
	private int count;

	@Option(names = {"-i", "--interval"}, paramLabel = "TIME", defaultValue = "1s", descriptionKey = "power.interval")
	private Duration interval;

	@Spec
	private CommandSpec spec;

	@Override
	public int run(CliContext context) throws BenchException {
		final var action = action();
		final var nodes = nodes(context);
		if (action == Action.read) {
			return new PowerReadings(context, nodes, count, interval).run();
		}
		final List<Outcome<Answer>> results = Outcome.ofEach(nodes, node -> apply(action, node, context));
		if (context.json()) {
			final var all = results.stream().map(PowerCommand::json).toList();
			if (nodes.size() == 1) {
				context.json(results.getFirst().orThrow().json());
			} else {
				context.json(all);
			}
		} else {
			print(results, context);
		}
		return results.stream().anyMatch(result -> result.error().isPresent()) ? BenchException.Kind.FAILED.exitCode() : 0;
	}

	private Action action() {
		final String word = words.getLast();
		for (final var action : Action.values()) {
			if (action.name().equals(word)) {
				return action;
			}
		}
		throw new ParameterException(spec.commandLine(), NLS.bind(Messages.PowerCommand_noAction, word));
	}

	private List<Node> nodes(CliContext context) throws BenchException {
		final var nodes = new LinkedHashSet<Node>();
		for (final var word : words.subList(0, words.size() - 1)) {
			final var place = Address.parse(word);
			nodes.add(context.bench().board(place.board()).find(place.node(), Power.class));
		}
		return List.copyOf(nodes);
	}

	private Answer apply(Action action, Node node, CliContext context) throws BenchException {
		final var power = node.use(Power.class);
		switch (action) {
		case on -> power.on(context.token());
		case off -> power.off(context.token());
		case cycle -> power.cycle(wait, context.token());
		case state, read -> { }
		}
		final var state = power.state();
		final String detail = node.state().detail();
		if (action != Action.state || state == Power.State.UNKNOWN) {
			return new Answer(node, state, detail, Optional.empty());
		}
		try {
			return new Answer(node, state, detail, power.readings(context.token()));
		} catch (BenchException e) {
			if (e.isCancelled()) {
				throw e;
			}
			return new Answer(node, state, e.getMessage(), Optional.empty());
		}
	}

	private static void print(List<Outcome<Answer>> results, CliContext context) throws BenchException {
		if (results.size() == 1) {
			final var answer = results.getFirst().orThrow();
			context.out().println(answer.word());
			if (!answer.detail().isEmpty()) {
				context.err().println(answer.detail());
			}
			answer.readings().ifPresent(readings -> context.out().println(PowerReadings.text(readings)));
			return;
		}
		final var table = new Table();
		for (final var result : results) {
			table.row(result.node().board().name(), result.answer().map(Answer::word).orElse(Messages.PowerCommand_failed),
					result.answer().flatMap(Answer::readings).map(PowerReadings::text).orElse("")); //$NON-NLS-1$
		}
		table.print(context.out());
		results.forEach(result -> result.error().ifPresent(error -> context.err().println(error.getMessage())));
	}

	private static Map<String, Object> json(Outcome<Answer> result) {
		return result.answer().map(Answer::json).orElseGet(result::json);
	}

	/** How one board stands now. */
	record Answer(Node node, Power.State state, String detail, Optional<Power.Readings> readings) {

		String word() {
			return state.name().toLowerCase(Locale.ROOT);
		}

		Map<String, Object> json() {
			final var json = new LinkedHashMap<String, Object>();
			json.put("board", node.board().name()); //$NON-NLS-1$
			json.put("node", node.path()); //$NON-NLS-1$
			json.put("state", word()); //$NON-NLS-1$
			json.put("detail", detail); //$NON-NLS-1$
			readings.ifPresent(values -> json.put("readings", PowerReadings.json(values))); //$NON-NLS-1$
			return json;
		}
	}
}
