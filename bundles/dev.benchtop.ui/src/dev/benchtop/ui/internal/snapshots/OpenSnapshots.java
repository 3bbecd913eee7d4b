package dev.benchtop.ui.internal.snapshots;

import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.NodeAction;

/** A double click on the snapshots of a board opens their view. */
@Component
public final class OpenSnapshots implements NodeAction {

	@Override
	public boolean handles(Node node) {
		return node.offers(Snapshots.class);
	}

	@Override
	public void run(Node node) {
		open();
	}

	/** Opens the view, or brings it to the front. On the UI thread. */
	static void open() {
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(SnapshotsView.ID);
		} catch (PartInitException e) {
			Errors.show(BenchException.failed(Messages.OpenSnapshots_failed).why(e).build());
		}
	}
}
