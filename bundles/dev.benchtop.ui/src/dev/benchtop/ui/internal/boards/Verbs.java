package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;

/** Finds verbs. */
public final class Verbs {

	private Verbs() {
	}

	/** The verb of that id, which is there once the driver is made. */
	public static Optional<Verb> find(Node node, String id) {
		return node.knownVerbs().stream().filter(verb -> verb.id().equals(id)).findFirst();
	}

	/** The label for a menu or toolbar: without an explanation in brackets, with an ellipsis where there is something to ask. */
	static String label(Verb verb) {
		final int bracket = verb.label().indexOf(" ("); //$NON-NLS-1$
		final String label = bracket < 0 ? verb.label() : verb.label().substring(0, bracket);
		return verb.danger() == Danger.DESTROYS || !verb.parameters().isEmpty() ? NLS.bind(Messages.ContextMenu_asks, label) : label;
	}

	/** The verb of that id of each node that has it. */
	public static List<NodeVerb> find(List<Node> nodes, String id) {
		return nodes.stream().<NodeVerb>mapMulti((node, out) -> find(node, id).ifPresent(verb -> out.accept(new NodeVerb(node, verb)))).toList();
	}
}
