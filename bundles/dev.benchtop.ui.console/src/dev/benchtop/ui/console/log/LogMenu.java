package dev.benchtop.ui.console.log;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;

/** The context menu of a log. */
final class LogMenu {

	private final LogPane pane;
	private final Control control;

	LogMenu(LogPane pane, Control control) {
		this.pane = pane;
		this.control = control;
	}

	void attach() {
		final var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(this::fill);
		control.setMenu(manager.createContextMenu(control));
		control.addDisposeListener(_ -> manager.dispose());
	}

	private void fill(IMenuManager menu) {
		menu.add(action(Messages.LogPane_copy, Messages.LogPane_selectFirst, pane.selected(), () -> pane.copy(false)));
		if (pane.times() != TimeStyle.OFF) {
			menu.add(action(Messages.LogPane_copyTimes, Messages.LogPane_selectFirst, pane.selected(), () -> pane.copy(true)));
		}
		menu.add(action(Messages.LogPane_selectAll, "", true, pane::selectAll)); //$NON-NLS-1$
		menu.add(new Separator());
		menu.add(action(Messages.LogPane_find, "", true, pane::find)); //$NON-NLS-1$
		menu.add(action(Messages.LogPane_next, "", true, () -> pane.go(1))); //$NON-NLS-1$
		menu.add(action(Messages.LogPane_previous, "", true, () -> pane.go(-1))); //$NON-NLS-1$
		menu.add(new Separator());
		menu.add(action(Messages.LogPane_zero, Messages.LogPane_timeless, pane.timeHere().isPresent(), pane::zeroHere));
	}

	private static Action action(String label, String whyNot, boolean possible, Runnable body) {
		final var action = new Action(possible ? label : NLS.bind(whyNot, label.replaceFirst("\\t.*", ""))) { //$NON-NLS-1$ //$NON-NLS-2$
			@Override
			public void run() {
				body.run();
			}
		};
		action.setEnabled(possible);
		return action;
	}
}
