package dev.benchtop.ui.display;

import java.util.List;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Display;
import dev.benchtop.ui.CapabilityHandler;

/** Opens the displays of what is selected. */
public final class OpenDisplayHandler extends CapabilityHandler {

	public OpenDisplayHandler() {
		super(Display.class, Messages.OpenDisplayHandler_tooltip, Messages.OpenDisplayHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		nodes.forEach(OpenDisplayAction::open);
	}
}
