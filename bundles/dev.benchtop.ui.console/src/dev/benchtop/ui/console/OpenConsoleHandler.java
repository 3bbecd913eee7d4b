package dev.benchtop.ui.console;

import java.util.List;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.ui.CapabilityHandler;

/** Opens the consoles of what is selected. */
public final class OpenConsoleHandler extends CapabilityHandler {

	public OpenConsoleHandler() {
		super(Console.class, Messages.OpenConsoleHandler_tooltip, Messages.OpenConsoleHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		nodes.forEach(ConsoleTabs::open);
	}
}
