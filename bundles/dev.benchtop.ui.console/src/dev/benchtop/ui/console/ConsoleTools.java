package dev.benchtop.ui.console;

import java.util.stream.Stream;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;
import dev.benchtop.ui.console.log.TimeStyle;

/** The few tools of a tab; all the rest is in its menu. */
final class ConsoleTools {

	private final ConsoleView view;
	private final ToolBar bar;
	private final ToolItem log;
	private final ToolItem find;
	private final ToolItem times;
	private final ToolItem hex;
	private final ToolItem lock;

	ConsoleTools(Composite parent, ConsoleView view, ConsoleMenu menu) {
		this.view = view;
		bar = new ToolBar(parent, SWT.FLAT);
		log = item(SWT.CHECK, "log", () -> view.showLogPane(!view.logPaneShown())); //$NON-NLS-1$
		find = item(SWT.PUSH, "find", view::find); //$NON-NLS-1$
		times = new ToolItem(bar, SWT.DROP_DOWN);
		times.setImage(Icons.image(ConsoleTools.class, "timestamps")); //$NON-NLS-1$
		times.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> {
			if (event.detail == SWT.ARROW) {
				timesMenu();
			} else {
				view.nextTimes();
			}
		}));
		hex = item(SWT.CHECK, "hex", () -> view.hex(!view.hex())); //$NON-NLS-1$
		lock = item(SWT.CHECK, "scroll-lock", () -> view.scrollLock(!view.scrollLock())); //$NON-NLS-1$
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
		ConsoleMenu.fillTimes(manager, view);
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
		final boolean there = view.hasLog();
		say(log, Messages.ConsoleTools_log, there);
		say(find, Messages.ConsoleTools_find, there);
		say(times, Messages.ConsoleTools_times, there);
		say(hex, Messages.ConsoleTools_hex, there);
		say(lock, Messages.ConsoleTools_scrollLock, true);
		log.setSelection(view.logPaneShown());
		hex.setSelection(view.hex());
		lock.setSelection(view.scrollLock());
	}

	private static void say(ToolItem item, String words, boolean possible) {
		item.setEnabled(possible);
		item.setToolTipText(possible ? words : words + '\n' + Messages.ConsoleTools_noLog);
	}

	/** The next way of showing times. */
	static TimeStyle after(TimeStyle style) {
		final var all = TimeStyle.values();
		return Stream.of(all).skip(style.ordinal() + 1L).findFirst().orElse(all[0]);
	}
}
