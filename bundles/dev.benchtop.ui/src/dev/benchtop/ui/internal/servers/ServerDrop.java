package dev.benchtop.ui.internal.servers;

import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.ViewerDropAdapter;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TransferData;

/** Publishes what is dropped on a server; what is dropped beside them gets a server of its own. */
final class ServerDrop extends ViewerDropAdapter {

	private final ServerRoom room;

	private ServerDrop(TreeViewer viewer, ServerRoom room) {
		super(viewer);
		this.room = room;
		setFeedbackEnabled(false);
	}

	static void on(TreeViewer viewer, ServerRoom room) {
		viewer.addDropSupport(DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT, Dropped.transfers(), new ServerDrop(viewer, room));
	}

	@Override
	public boolean validateDrop(Object target, int operation, TransferData type) {
		overrideOperation(DND.DROP_COPY);
		return target != null || !room.protocols().isEmpty();
	}

	@Override
	public boolean performDrop(Object data) {
		final String[] locations = Dropped.locations(data);
		if (locations.length == 0) {
			return false;
		}
		switch (getCurrentTarget()) {
			case ServerEntry entry -> room.publish(entry, locations);
			case ServerEntry.Published file -> room.publish(file.entry(), locations);
			case null, default -> room.serve(room.protocols().getFirst(), locations);
		}
		return true;
	}
}
