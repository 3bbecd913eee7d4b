package dev.benchtop.ui.console;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;

/** The few tools of a tab; all the rest is in its menu. */
final class ConsoleTools {

	private final LogSide side;
	private final ToolBar bar;
	private final ToolItem log;
	private final ToolItem find;
	private final ToolItem times;
	private final ToolItem hex;
	private final ToolItem lock;

	ConsoleTools(Composite parent, LogSide side, ConsoleMenu menu) {
		this.side = side;
		bar = new ToolBar(parent, SWT.FLAT);
		log = item(SWT.CHECK, "log", () -> side.show(!side.shown())); //$NON-NLS-1$
		find = item(SWT.PUSH, "find", side::find); //$NON-NLS-1$
		times = new ToolItem(bar, SWT.DROP_DOWN);
		times.setImage(Icons.image(ConsoleTools.class, "timestamps")); //$NON-NLS-1$
		times.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (event.detail == SWT.ARROW) {
				timesMenu();
			} else {
				side.nextTimes();
			}
		}));
		hex = item(SWT.CHECK, "hex", () -> side.hex(!side.hex())); //$NON-NLS-1$
		lock = item(SWT.CHECK, "scroll-lock", () -> side.scrollLock(!side.scrollLock())); //$NON-NLS-1$
		final var more = item(SWT.PUSH, "menu", () -> menu.open(bar)); //$NON-NLS-1$
		more.setToolTipText(Messages.ConsoleTools_menu);
		refresh();
	}

	private ToolItem item(int kind, String icon, Runnable action) {
		final var item = new ToolItem(bar, kind);
		item.setImage(Icons.image(ConsoleTools.class, icon));
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
			action.run();
			refresh();
		}));
		return item;
	}

	private void timesMenu() {
		final var manager = new MenuManager();
		ConsoleMenu.fillTimes(manager, side);
		final var menu = manager.createContextMenu(bar);
		final var bounds = times.getBounds();
		menu.setLocation(bar.toDisplay(bounds.x, bounds.y + bounds.height));
		menu.setVisible(true);
	}

	/** Shows how things stand, and why what cannot be done cannot. */
	void refresh() {
		if (bar.isDisposed()) {
			return;
		}
		final boolean there = side.hasLog();
		say(log, Messages.ConsoleTools_log, there);
		say(find, Messages.ConsoleTools_find, there);
		say(times, Messages.ConsoleTools_times, there);
		say(hex, Messages.ConsoleTools_hex, there);
		say(lock, Messages.ConsoleTools_scrollLock, true);
		log.setSelection(side.shown());
		hex.setSelection(side.hex());
		lock.setSelection(side.scrollLock());
	}

	private static void say(ToolItem item, String words, boolean possible) {
		item.setEnabled(possible);
		item.setToolTipText(possible ? words : words + '\n' + Messages.ConsoleTools_noLog);
	}
}
