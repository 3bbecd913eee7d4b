package dev.benchtop.ui.console;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
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
		open(node);
	}

	/** Opens the tab of a console, or brings it to the front. On the UI thread. */
	static void open(Node node) {
		final Node console = node.ref().orElse(node);
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ConsoleView.ID, ConsoleAddress.of(console).toString(),
					IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			ILog.of(OpenConsoleAction.class).error(e.getMessage(), e);
		}
	}
}
