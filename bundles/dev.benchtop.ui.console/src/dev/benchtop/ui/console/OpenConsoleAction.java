package dev.benchtop.ui.console;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.ui.NodeAction;

/** A double click on a console opens its tab. */
@Component
public final class OpenConsoleAction implements NodeAction {

	@Override
	public boolean handles(Node node) {
		return node.offers(Console.class);
	}

	@Override
	public void run(Node node) {
		ConsoleTabs.open(node);
	}
}
