package dev.benchtop.ui.internal.servers;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.widgets.Control;

/** Serves what is dropped where no server is yet. */
final class FileDropTarget extends DropTargetAdapter {

	private final ServerRoom room;

	private FileDropTarget(ServerRoom room) {
		this.room = room;
	}

	static void on(Control control, ServerRoom room) {
		final var target = new DropTarget(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK | DND.DROP_DEFAULT);
		target.setTransfer(Dropped.transfers());
		target.addDropListener(new FileDropTarget(room));
	}

	@Override
	public void dragEnter(DropTargetEvent event) {
		event.detail = room.protocols().isEmpty() ? DND.DROP_NONE : DND.DROP_COPY;
	}

	@Override
	public void drop(DropTargetEvent event) {
		final String[] locations = Dropped.locations(event.data);
		if (locations.length > 0) {
			room.serve(room.protocols().getFirst(), locations);
		}
	}
}
