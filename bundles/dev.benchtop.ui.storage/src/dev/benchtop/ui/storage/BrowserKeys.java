package dev.benchtop.ui.storage;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;

/** The keys of tree and table. */
final class BrowserKeys {

	private final Browser browser;

	BrowserKeys(Browser browser) {
		this.browser = browser;
	}

	void on(Table table, Tree tree) {
		table.addListener(SWT.KeyDown, event -> event.doit = !common(event) && !table(event));
		tree.addListener(SWT.KeyDown, event -> event.doit = !common(event) && !tree(event));
	}

	private boolean tree(Event event) {
		final var chosen = browser.chosenInTree();
		return event.keyCode == SWT.F2 && browser.actions().rename.run(chosen) || event.keyCode == SWT.DEL && browser.actions().delete.run(chosen);
	}

	private boolean common(Event event) {
		final int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		if (modifiers == SWT.MOD1) {
			return control(event.keyCode);
		}
		if (modifiers == SWT.ALT) {
			return alt(event.keyCode);
		}
		if (modifiers != 0) {
			return modifiers == (SWT.MOD1 | SWT.SHIFT) && event.keyCode == 'n' && browser.actions().newFolder.run(browser.chosen());
		}
		switch (event.keyCode) {
			case SWT.F5 -> browser.refresh();
			case SWT.BS -> browser.up();
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean control(int key) {
		final var chosen = browser.chosen();
		final var actions = browser.actions();
		switch (key) {
			case 'l' -> browser.focusPath();
			case 'f' -> browser.filterBy(""); //$NON-NLS-1$
			case 'c' -> actions.copy.run(chosen);
			case 'x' -> actions.cut.run(chosen);
			case 'v' -> actions.paste.run(chosen);
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean alt(int key) {
		switch (key) {
			case SWT.ARROW_LEFT -> browser.back();
			case SWT.ARROW_RIGHT -> browser.forward();
			case SWT.ARROW_UP -> browser.up();
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean table(Event event) {
		final int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		if (modifiers != 0 && modifiers != SWT.SHIFT) {
			return false;
		}
		final var chosen = browser.chosen();
		switch (event.keyCode) {
			case SWT.F2 -> browser.actions().rename.run(chosen);
			case SWT.DEL -> browser.actions().delete.run(chosen);
			default -> {
				if (Character.isLetterOrDigit(event.character) || event.character == '*' || event.character == '.') {
					browser.filterBy(String.valueOf(event.character));
					return true;
				}
				return false;
			}
		}
		return true;
	}
}
