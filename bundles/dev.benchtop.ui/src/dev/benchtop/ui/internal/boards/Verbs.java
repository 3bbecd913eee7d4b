package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.driver.Verb;

/** Finds verbs. */
public final class Verbs {

	private Verbs() {
	}

	/** The verb of that id, which is there once the driver is made. */
	public static Optional<Verb> find(Node node, String id) {
		return node.verbs().stream().filter(verb -> verb.id().equals(id)).findFirst();
	}

	/** The verb of that id of each node that has it. */
	public static List<NodeVerb> find(List<Node> nodes, String id) {
		return nodes.stream().<NodeVerb>mapMulti((node, out) -> find(node, id).ifPresent(verb -> out.accept(new NodeVerb(node, verb)))).toList();
	}
}
