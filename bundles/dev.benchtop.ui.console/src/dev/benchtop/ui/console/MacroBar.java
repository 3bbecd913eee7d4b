package dev.benchtop.ui.console;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;
import dev.benchtop.ui.console.book.Macro;

/** The buttons of the macros below a terminal; not there where there are none. */
final class MacroBar extends Composite {

	private final Consumer<Macro> run;
	private ToolBar bar;
	private List<Macro> macros = List.of();

	MacroBar(Composite parent, Consumer<Macro> run) {
		super(parent, SWT.NONE);
		this.run = run;
		GridLayoutFactory.fillDefaults().margins(4, 0).applyTo(this);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
		setVisible(false);
	}

	void show(List<Macro> all) {
		if (all.equals(macros) || isDisposed()) {
			return;
		}
		macros = all;
		if (bar != null) {
			bar.dispose();
		}
		bar = new ToolBar(this, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		for (int i = 0; i < all.size(); i++) {
			final Macro macro = all.get(i);
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setImage(Icons.image(MacroBar.class, "macro")); //$NON-NLS-1$
			item.setText(macro.name());
			item.setToolTipText(i < 9 ? NLS.bind(Messages.MacroBar_key, macro.name(), Integer.toString(i + 1)) : macro.name());
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> run.accept(macro)));
		}
		((GridData) getLayoutData()).exclude = all.isEmpty();
		setVisible(!all.isEmpty());
		getParent().layout(true, true);
	}

	/** Runs the macro of that number, from 0 on; returns whether there is one. */
	boolean run(int index) {
		if (index >= macros.size()) {
			return false;
		}
		run.accept(macros.get(index));
		return true;
	}
}
