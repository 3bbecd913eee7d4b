package dev.benchtop.ui.display;

import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Display;
import dev.benchtop.ui.NodeAction;

/** A double click on a display opens its tab. */
@Component
public final class OpenDisplayAction implements NodeAction {

	@Override
	public boolean handles(Node node) {
		return node.offers(Display.class);
	}

	@Override
	public void run(Node node) {
		open(node);
	}

	/** Opens the tab of a display, or brings it to the front. On the UI thread. */
	static void open(Node node) {
		final Node display = node.ref().orElse(node);
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(DisplayView.ID, DisplayAddress.of(display).toString(),
					IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			ILog.of(OpenDisplayAction.class).error(e.getMessage(), e);
		}
	}
}
