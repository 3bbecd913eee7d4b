package dev.benchtop.ui.console;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Control;

import dev.benchtop.ui.console.book.Macro;
import dev.benchtop.ui.console.log.TimeStyle;
import dev.benchtop.ui.console.terminal.TerminalPane;

/** The menu of a tab: all that can be done with it. What cannot be done now says why. */
final class ConsoleMenu {

	private final ConsoleView view;
	private final TerminalPane pane;
	private final SendMenu send;

	ConsoleMenu(ConsoleView view, TerminalPane pane) {
		this.view = view;
		this.pane = pane;
		send = new SendMenu(view, pane.control());
	}

	void attach() {
		send.acceptDrops();
		final var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(this::fill);
		pane.control().setMenu(manager.createContextMenu(pane.control()));
		pane.control().addDisposeListener(_ -> manager.dispose());
	}

	/** Sends to the console that is there now, and receives from it. */
	Sending sending() {
		return send.sending();
	}

	/** Opens it below a control. */
	void open(Control below) {
		final var menu = pane.control().getMenu();
		menu.setLocation(below.toDisplay(0, Math.min(below.getSize().y, 24)));
		menu.setVisible(true);
	}

	private void fill(IMenuManager menu) {
		final LogSide side = view.side();
		menu.add(action(Messages.ConsoleMenu_copy, pane.hasSelection() ? "" : Messages.ConsoleMenu_nothingSelected, pane::copy)); //$NON-NLS-1$
		menu.add(action(Messages.ConsoleMenu_paste, "", pane::paste)); //$NON-NLS-1$
		menu.add(action(Messages.ConsoleMenu_selectAll, "", pane::selectAll)); //$NON-NLS-1$
		menu.add(new Separator());
		final String noLog = side.hasLog() ? "" : Messages.ConsoleMenu_noLog; //$NON-NLS-1$
		menu.add(action(Messages.ConsoleMenu_find, noLog, side::find));
		menu.add(check(Messages.ConsoleMenu_log, noLog, side.shown(), () -> side.show(!side.shown())));
		final var times = new MenuManager(Messages.ConsoleMenu_times);
		fillTimes(times, side);
		menu.add(times);
		menu.add(check(Messages.ConsoleMenu_hex, noLog, side.hex(), () -> side.hex(!side.hex())));
		menu.add(check(Messages.ConsoleMenu_scrollLock, "", pane.scrollLock(), () -> side.scrollLock(!pane.scrollLock()))); //$NON-NLS-1$
		menu.add(action(Messages.ConsoleMenu_clear, "", view::clear)); //$NON-NLS-1$
		menu.add(action(Messages.ConsoleMenu_split, "", view::split)); //$NON-NLS-1$
		menu.add(new Separator());
		send.fill(menu);
		menu.add(new Separator());
		LinesMenu.fill(menu, view.console());
		keyboard(menu);
		macros(menu);
		menu.add(new Separator());
		menu.add(action(Messages.ConsoleMenu_showLog, noLog, view.files()::show));
		menu.add(action(Messages.ConsoleMenu_showFolder, noLog, view.files()::showFolder));
		menu.add(action(Messages.ConsoleMenu_saveLog, noLog, view::saveLog));
	}

	private void keyboard(IMenuManager menu) {
		final var settings = view.settings();
		final var endings = new MenuManager(Messages.ConsoleMenu_lineEnding);
		for (final LineEnding ending : LineEnding.values()) {
			endings.add(check(ending.label(), "", settings.lineEnding() == ending, () -> settings.lineEnding(ending))); //$NON-NLS-1$
		}
		menu.add(endings);
		menu.add(check(Messages.ConsoleMenu_localEcho, "", settings.localEcho(), () -> settings.localEcho(!settings.localEcho()))); //$NON-NLS-1$
	}

	private void macros(IMenuManager menu) {
		final var book = view.book();
		final var macros = new MenuManager(Messages.ConsoleMenu_macros);
		for (final Macro macro : book.macros()) {
			macros.add(action(macro.name().replace("&", "&&"), "", () -> view.run(macro))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		macros.add(new Separator());
		macros.add(action(Messages.ConsoleMenu_editMacros, "", () -> book.edit(false))); //$NON-NLS-1$
		menu.add(macros);
		menu.add(action(Messages.ConsoleMenu_triggers, "", () -> book.edit(true))); //$NON-NLS-1$
	}

	/** The ways in which the times of lines are shown. */
	static void fillTimes(IMenuManager menu, LogSide side) {
		for (final TimeStyle style : TimeStyle.values()) {
			final var action = new Action(style.label(), IAction.AS_RADIO_BUTTON) {
				@Override
				public void run() {
					if (isChecked()) {
						side.times(style);
					}
				}
			};
			action.setChecked(side.times() == style);
			action.setEnabled(side.hasLog());
			menu.add(action);
		}
	}

	/** An action; where {@code whyNot} is not empty it cannot be done and says so. */
	static Action action(String label, String whyNot, Runnable body) {
		return possible(new Action(words(label, whyNot)) {
			@Override
			public void run() {
				body.run();
			}
		}, whyNot);
	}

	/** An action with a tick. */
	static Action check(String label, String whyNot, boolean checked, Runnable body) {
		final var action = new Action(words(label, whyNot), IAction.AS_CHECK_BOX) {
			@Override
			public void run() {
				body.run();
			}
		};
		action.setChecked(checked);
		return possible(action, whyNot);
	}

	private static Action possible(Action action, String whyNot) {
		action.setEnabled(whyNot.isEmpty());
		return action;
	}

	private static String words(String label, String whyNot) {
		return whyNot.isEmpty() ? label : NLS.bind(Messages.ConsoleMenu_whyNot, label.replaceFirst("\t.*", ""), whyNot); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
