package dev.benchtop.ui.storage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.ui.Icons;

/** What can be done with transfers as tool items. */
final class TransferTools {

	private final Map<TransferAction, ToolItem> items = new LinkedHashMap<>();
	private final Supplier<List<Item>> selected;

	TransferTools(ToolBar bar, List<TransferAction> actions, Supplier<List<Item>> selected, Runnable clear) {
		this.selected = selected;
		for (final var action : actions) {
			if (action.begins()) {
				new ToolItem(bar, SWT.SEPARATOR);
			}
			final var item = new ToolItem(bar, SWT.PUSH);
			item.setImage(Icons.image(TransferTools.class, action.icon()));
			item.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run(selected.get())));
			items.put(action, item);
		}
		final var finished = new ToolItem(bar, SWT.PUSH);
		finished.setImage(Icons.image(TransferTools.class, "clear")); //$NON-NLS-1$
		finished.setToolTipText(Messages.TransferActions_clear);
		finished.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> clear.run()));
	}

	void update() {
		final var now = selected.get();
		items.forEach((action, item) -> {
			item.setEnabled(action.possible(now));
			item.setToolTipText(action.tooltip(now));
		});
	}
}
