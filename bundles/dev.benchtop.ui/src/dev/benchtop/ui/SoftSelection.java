package dev.benchtop.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;

/** Paints the selection of tables and trees as a tint, so that icons and states keep their colours on it. */
public final class SoftSelection {

	private static final Color BLUE = new Color(63, 140, 244);
	private static final int TINT = 60;

	private SoftSelection() {
	}

	/** Makes the selection of a tree a tint. */
	public static void on(Tree tree) {
		tree.addListener(SWT.EraseItem, SoftSelection::erase);
	}

	/** Makes the selection of a table a tint. */
	public static void on(Table table) {
		table.addListener(SWT.EraseItem, SoftSelection::erase);
		table.addListener(SWT.PaintItem, SoftSelection::icon);
	}

	/** The tint lies over the icon, which is painted once more. */
	private static void icon(Event event) {
		final var item = (TableItem) event.item;
		final var image = item.getImage(event.index);
		if (image != null && ((Table) event.widget).isSelected(((Table) event.widget).indexOf(item))) {
			final var bounds = item.getImageBounds(event.index);
			event.gc.drawImage(image, bounds.x, bounds.y + Math.max(0, (bounds.height - image.getBounds().height) / 2));
		}
	}

	private static void erase(Event event) {
		if ((event.detail & SWT.SELECTED) != 0) {
			final var gc = event.gc;
			final var control = (Control) event.widget;
			final int alpha = gc.getAlpha();
			gc.setBackground(control.getBackground());
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setBackground(BLUE);
			gc.setAlpha(TINT);
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setAlpha(alpha);
			gc.setForeground(control.getForeground());
			event.detail &= ~SWT.SELECTED;
		}
	}
}
