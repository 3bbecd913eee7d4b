package dev.benchtop.ui.console;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/** The keys of a tab, which are heard before the terminal sends them to the board. */
final class Shortcuts {

	private static final int CONTROL_SHIFT = SWT.MOD1 | SWT.SHIFT;

	private final Composite tab;
	private final Map<Integer, Runnable> actions;

	private Shortcuts(Composite tab, Map<Integer, Runnable> actions) {
		this.tab = tab;
		this.actions = actions;
	}

	static void install(Composite tab, ConsoleView view, ConsoleMenu menu) {
		final LogSide side = view.side();
		final var actions = new HashMap<Integer, Runnable>(Map.of(
				SWT.MOD1 | 'f', side::find,
				CONTROL_SHIFT | 'l', () -> side.show(!side.shown()),
				CONTROL_SHIFT | 't', side::nextTimes,
				CONTROL_SHIFT | 'x', () -> side.hex(!side.hex()),
				CONTROL_SHIFT | 's', () -> side.scrollLock(!side.scrollLock()),
				CONTROL_SHIFT | 'b', () -> LinesMenu.sendBreak(view.console()),
				CONTROL_SHIFT | 'm', () -> menu.open(tab)));
		for (int i = 0; i < 9; i++) {
			final int macro = i;
			actions.put(SWT.MOD3 | '1' + i, () -> view.runMacro(macro));
		}
		final var shortcuts = new Shortcuts(tab, actions);
		final Listener filter = shortcuts::key;
		tab.getDisplay().addFilter(SWT.KeyDown, filter);
		tab.addDisposeListener(_ -> tab.getDisplay().removeFilter(SWT.KeyDown, filter));
	}

	private void key(Event event) {
		if (!(event.widget instanceof Control control) || !within(control)) {
			return;
		}
		final Runnable action = actions.get((event.stateMask & SWT.MODIFIER_MASK) | Character.toLowerCase(event.keyCode));
		if (action != null) {
			event.doit = false;
			event.type = SWT.None;
			action.run();
		}
	}

	private boolean within(Control control) {
		for (Control each = control; each != null; each = each.getParent()) {
			if (each == tab) {
				return true;
			}
		}
		return false;
	}
}
