package dev.benchtop.ui.console;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;

import dev.benchtop.ui.console.terminal.TerminalPane;

/** The context menu of a terminal. */
final class ConsoleMenu {

	private final ConsoleView view;
	private final TerminalPane pane;

	ConsoleMenu(ConsoleView view, TerminalPane pane) {
		this.view = view;
		this.pane = pane;
	}

	void attach() {
		final var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(this::fill);
		pane.control().setMenu(manager.createContextMenu(pane.control()));
		pane.control().addDisposeListener(_ -> manager.dispose());
	}

	private void fill(IMenuManager menu) {
		final var copy = action(Messages.ConsoleMenu_copy, pane::copy);
		copy.setEnabled(pane.hasSelection());
		menu.add(copy);
		menu.add(action(Messages.ConsoleMenu_paste, pane::paste));
		menu.add(action(Messages.ConsoleMenu_selectAll, pane::selectAll));
		menu.add(new Separator());
		menu.add(action(Messages.ConsoleMenu_clear, view::clear));
		final var lock = new Action(Messages.ConsoleMenu_scrollLock, IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				pane.scrollLock(isChecked());
			}
		};
		lock.setChecked(pane.scrollLock());
		menu.add(lock);
		menu.add(new Separator());
		menu.add(action(Messages.ConsoleMenu_showLog, view::showLog));
	}

	private static Action action(String label, Runnable body) {
		return new Action(label) {
			@Override
			public void run() {
				body.run();
			}
		};
	}
}
