package dev.benchtop.ui.flash;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.widgets.Control;

import dev.benchtop.ui.flash.FlashTask.Flash;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** What can be done with a row of the queue. */
final class FlashTableMenu {

	private final FlashTable table;
	private final FlashRoom room;

	FlashTableMenu(FlashTable table, FlashRoom room) {
		this.table = table;
		this.room = room;
	}

	void attach(Control control) {
		final var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(menu -> table.selectedTask().ifPresent(task -> fill(menu, task)));
		control.setMenu(manager.createContextMenu(control));
		control.addDisposeListener(_ -> manager.dispose());
	}

	private void fill(IMenuManager menu, FlashTask task) {
		final boolean ended = task.stage() == Stage.ENDED;
		add(menu, Messages.FlashQueueView_open, true, () -> room.follow(task));
		add(menu, Messages.FlashQueueView_cancel, !ended, () -> task.token().cancel());
		if (task.order() instanceof Flash flash) {
			add(menu, Messages.FlashQueueView_again, ended, () -> room.flash(
					new FlashSettings().board(flash.flasher().board()).target(flash.flasher(), flash.target()).image(flash.label())));
		}
		add(menu, Messages.FlashQueueView_saveReport, ended, () -> FlashReportFile.save(table.getShell(), task));
	}

	private static void add(IMenuManager menu, String label, boolean enabled, Runnable body) {
		final var action = new Action(label) {
			@Override
			public void run() {
				body.run();
			}
		};
		action.setEnabled(enabled);
		menu.add(action);
	}
}
