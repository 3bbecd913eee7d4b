package dev.benchtop.ui.internal.boards;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.viewers.TreeViewer;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.ui.NodeAction;
import dev.benchtop.ui.internal.Services;

/** What a double click does: what a room wants for the node, the power switched over, else the row folds. */
final class DefaultAction {

	private static final Services<NodeAction> ACTIONS = new Services<>(NodeAction.class);

	private final TreeViewer viewer;

	DefaultAction(TreeViewer viewer) {
		this.viewer = viewer;
	}

	void run(Object element) {
		if (element instanceof Node node && node.board().usable() && node.board().bench().trusted()) {
			final Optional<NodeAction> action = ACTIONS.all().stream().filter(candidate -> candidate.handles(node)).findFirst();
			if (action.isPresent()) {
				action.get().run(node);
				return;
			}
			if (node.offers(Power.class)) {
				toggle(node);
				return;
			}
		}
		if (element instanceof Board || element instanceof Node) {
			viewer.setExpandedState(element, !viewer.getExpandedState(element));
		}
	}

	private static void toggle(Node node) {
		final String id = node.state().level() == NodeState.Level.ON ? "off" : "on"; //$NON-NLS-1$ //$NON-NLS-2$
		final Optional<Verb> verb = Verbs.find(node, id);
		verb.filter(found -> found.whyNot().isEmpty()).ifPresent(found -> VerbRunner.run(List.of(new NodeVerb(node, found))));
	}
}
