package dev.benchtop.ui.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;

/** Actions as tool items; one that is greyed says why in its tooltip. */
final class ToolItems {

	private final ToolBar bar;
	private final Map<StorageAction, ToolItem> items = new LinkedHashMap<>();
	private final Supplier<Chosen> chosen;
	private ToolItem toggle;

	ToolItems(ToolBar bar, List<StorageAction> actions, Supplier<Chosen> chosen) {
		this.bar = bar;
		this.chosen = chosen;
		for (final var action : actions) {
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setImage(Icons.image(ToolItems.class, action.icon()));
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run(chosen.get())));
			items.put(action, item);
		}
		new ToolItem(bar, SWT.SEPARATOR);
	}

	void push(String icon, String tooltip, Runnable action) {
		final var item = new ToolItem(bar, SWT.PUSH);
		item.setImage(Icons.image(ToolItems.class, icon));
		item.setToolTipText(tooltip.replace("\u2026", "")); //$NON-NLS-1$ //$NON-NLS-2$
		item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
	}

	void toggle(String icon, String tooltip, Consumer<Boolean> action) {
		toggle = new ToolItem(bar, SWT.CHECK);
		toggle.setImage(Icons.image(ToolItems.class, icon));
		toggle.setToolTipText(tooltip);
		toggle.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.accept(toggle.getSelection())));
	}

	void select(boolean on) {
		toggle.setSelection(on);
	}

	/** Follows what is selected. */
	void update() {
		final var now = chosen.get();
		items.forEach((action, item) -> {
			item.setEnabled(action.possible(now));
			item.setToolTipText(action.tooltip(now));
		});
	}
}
