package dev.benchtop.ui.internal.handlers;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.CapabilityHandler;
import dev.benchtop.ui.internal.boards.VerbRunner;
import dev.benchtop.ui.internal.boards.Verbs;

/** A verb of the power switches of all boards that are selected. */
abstract class PowerHandler extends CapabilityHandler {

	private final String verb;

	PowerHandler(String verb, String tooltip) {
		super(Power.class, tooltip, Messages.PowerHandler_missing);
		this.verb = verb;
	}

	@Override
	protected Optional<String> whyNot(List<Node> nodes) {
		final var verbs = Verbs.find(nodes, verb);
		if (verbs.isEmpty()) {
			return Optional.of(nodes.getFirst().state().detail()).filter(detail -> !detail.isBlank()).or(() -> Optional.of(Messages.PowerHandler_notReady));
		}
		return verbs.stream().anyMatch(each -> each.verb().whyNot().isEmpty()) ? Optional.empty() : verbs.getFirst().verb().whyNot();
	}

	@Override
	protected void run(List<Node> nodes) {
		VerbRunner.run(Verbs.find(nodes, verb));
	}
}
