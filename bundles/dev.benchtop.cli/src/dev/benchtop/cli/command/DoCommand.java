package dev.benchtop.cli.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.spi.CliCommand;
import dev.benchtop.core.spi.CliContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code benchtop do}: what the menu of a node offers, by its name. */
@Component(service = CliCommand.class, scope = ServiceScope.PROTOTYPE)
@Command(name = "do")
public final class DoCommand implements CliCommand {

	private record Offer(Node node, Verb verb) {
	}

	@Parameters(index = "0", paramLabel = "BOARD[/NODE]", descriptionKey = "do.address")
	private String address;

	@Parameters(index = "1", arity = "0..1", paramLabel = "VERB", descriptionKey = "do.verb")
	private Optional<String> verb = Optional.empty();

	@Parameters(index = "2..*", arity = "0..*", paramLabel = "KEY=VALUE", descriptionKey = "do.values")
	private Map<String, String> values = new LinkedHashMap<>();

	@Option(names = "--yes", descriptionKey = "do.yes")
	private boolean yes;

	@Override
	public int run(CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var board = context.bench().board(place.board());
		board.open();
		final var offers = offers(board, place.node());
		if (verb.isEmpty()) {
			return list(offers, context);
		}
		final var offer = choose(offers, verb.get());
		if (offer.verb().whyNot().isPresent()) {
			throw BenchException.failed(NLS.bind(Messages.DoCommand_notPossible, offer.verb().label())).where(where(offer))
					.why(offer.verb().whyNot().get()).build();
		}
		final var arguments = arguments(offer);
		if (offer.verb().danger() == Verb.Danger.DESTROYS) {
			Sure.ask(yes, where(offer), offer.verb().label(), offer.verb().loss(), context);
		}
		offer.verb().action().run(arguments, context.progress());
		if (context.json()) {
			context.json(Map.of("board", board.name(), "node", offer.node().path(), //$NON-NLS-1$ //$NON-NLS-2$
					"verb", offer.verb().id(), "state", offer.node().state().word())); //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			context.out().println(NLS.bind(Messages.DoCommand_done, where(offer), offer.verb().label()));
		}
		return 0;
	}

	private static List<Offer> offers(Board board, String path) throws BenchException {
		if (path.isEmpty()) {
			return board.allNodes().stream().filter(node -> node.ref().isEmpty()).flatMap(node -> offers(node).stream()).toList();
		}
		final var node = board.node(path).orElseThrow(() -> BenchException.usage(NLS.bind(Messages.DoCommand_noNode, path)).where(board.name())
				.next(NLS.bind(Messages.DoCommand_nodes, board.allNodes().stream().map(Node::path).collect(Collectors.joining(", ")))).build()); //$NON-NLS-1$
		return offers(node);
	}

	private static List<Offer> offers(Node node) {
		return node.verbs().stream().map(verb -> new Offer(node, verb)).toList();
	}

	private static Offer choose(List<Offer> offers, String verb) throws BenchException {
		final var matches = offers.stream().filter(offer -> offer.verb().id().equals(verb)).toList();
		if (matches.size() == 1) {
			return matches.getFirst();
		}
		if (matches.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.DoCommand_noVerb, verb))
					.next(NLS.bind(Messages.DoCommand_verbs,
							offers.stream().map(offer -> where(offer) + ' ' + offer.verb().id()).collect(Collectors.joining(", ")))).build(); //$NON-NLS-1$
		}
		throw BenchException.usage(NLS.bind(Messages.DoCommand_ambiguous, verb))
				.next(NLS.bind(Messages.DoCommand_oneOf, matches.stream().map(DoCommand::where).collect(Collectors.joining(", ")))).build(); //$NON-NLS-1$
	}

	private Map<String, Object> arguments(Offer offer) throws BenchException {
		final var parameters = offer.verb().parameters();
		final var known = parameters.stream().map(Verb.Parameter::id).toList();
		for (final String key : values.keySet()) {
			if (!known.contains(key)) {
				throw BenchException.usage(NLS.bind(Messages.DoCommand_noParameter, offer.verb().id(), key))
						.next(known.isEmpty() ? Messages.DoCommand_noParameters : NLS.bind(Messages.DoCommand_parameters, String.join(", ", known))).build(); //$NON-NLS-1$
			}
		}
		final var arguments = new LinkedHashMap<String, Object>();
		for (final var parameter : parameters) {
			try {
				arguments.put(parameter.id(), ConfigSchema.parseValue(parameter.type(), values.getOrDefault(parameter.id(), parameter.value())));
			} catch (IllegalArgumentException e) {
				throw BenchException.usage(NLS.bind(Messages.DoCommand_badValue, parameter.id())).why(e).build();
			}
		}
		return arguments;
	}

	private int list(List<Offer> offers, CliContext context) {
		if (context.json()) {
			context.json(offers.stream().map(DoCommand::json).toList());
			return 0;
		}
		final var table = new Table();
		for (final Offer offer : offers) {
			final String parameters = offer.verb().parameters().stream().map(parameter -> parameter.id() + '=' + parameter.value()).collect(Collectors.joining(" ")); //$NON-NLS-1$
			final String label = offer.verb().label();
			table.row(where(offer), offer.verb().id() + (parameters.isEmpty() ? "" : ' ' + parameters), //$NON-NLS-1$
					offer.verb().whyNot().map(why -> NLS.bind(Messages.DoCommand_whyNot, label, why)).orElse(label));
		}
		table.print(context.out());
		return 0;
	}

	private static Map<String, Object> json(Offer offer) {
		final var json = new LinkedHashMap<String, Object>();
		json.put("node", offer.node().path()); //$NON-NLS-1$
		json.put("verb", offer.verb().id()); //$NON-NLS-1$
		json.put("label", offer.verb().label()); //$NON-NLS-1$
		json.put("danger", offer.verb().danger().name().toLowerCase(Locale.ROOT)); //$NON-NLS-1$
		json.put("whyNot", offer.verb().whyNot().orElse(null)); //$NON-NLS-1$
		json.put("parameters", offer.verb().parameters().stream() //$NON-NLS-1$
				.map(parameter -> Map.of("id", parameter.id(), "label", parameter.label(), "value", parameter.value())).toList()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return json;
	}

	private static String where(Offer offer) {
		return new Address(offer.node().board().name(), offer.node().path(), "").toString(); //$NON-NLS-1$
	}
}
