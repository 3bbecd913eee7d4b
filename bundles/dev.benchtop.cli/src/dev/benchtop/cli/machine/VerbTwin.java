package dev.benchtop.cli.machine;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.cli.command.Sure;
import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.spi.CliContext;

/** A verb of whichever node of a board offers a capability, as a command of its own. */
final class VerbTwin {

	private final Node node;
	private final Verb verb;

	private VerbTwin(Node node, Verb verb) {
		this.node = node;
		this.verb = verb;
	}

	/**
	 * Finds it.
	 *
	 * @param address the board, or a node of it
	 * @throws BenchException if the board has no such verb
	 */
	static VerbTwin find(String address, Class<? extends Capability> type, String id, CliContext context) throws BenchException {
		final var place = Address.parse(address);
		final var node = context.bench().board(place.board()).find(place.node(), type);
		node.use(type);
		final var verb = node.verbs().stream().filter(each -> each.id().equals(id)).findFirst()
				.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.VerbTwin_none, id)).where(where(node)).next(Messages.VerbTwin_see).build());
		return new VerbTwin(node, verb);
	}

	/** Does it with these values; what it asks for beyond them has its proposal. */
	int run(Map<String, Object> given, boolean yes, CliContext context) throws BenchException {
		if (verb.whyNot().isPresent()) {
			throw BenchException.failed(NLS.bind(Messages.VerbTwin_notPossible, verb.label())).where(where(node)).why(verb.whyNot().get()).build();
		}
		if (verb.danger() == Danger.DESTROYS) {
			Sure.ask(yes, where(node), verb.label(), verb.loss(), context);
		}
		final var values = new HashMap<>(given);
		for (final var parameter : verb.parameters()) {
			if (!values.containsKey(parameter.id())) {
				values.put(parameter.id(), ConfigSchema.parseValue(parameter.type(), parameter.value()));
			}
		}
		verb.action().run(values, context.progress());
		if (context.json()) {
			context.json(Map.of("board", node.board().name(), "node", node.path(), "verb", verb.id(), "state", node.state().word())); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		} else {
			context.out().println(NLS.bind(Messages.VerbTwin_done, where(node), verb.label()));
		}
		return 0;
	}

	private static String where(Node node) {
		return new Address(node.board().name(), node.path(), "").toString(); //$NON-NLS-1$
	}
}
