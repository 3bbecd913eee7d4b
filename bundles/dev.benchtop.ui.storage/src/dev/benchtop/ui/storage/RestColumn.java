package dev.benchtop.ui.storage;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Table;

/** The column of a table that gets what the others leave, until its user gives it a width. */
final class RestColumn {

	private final Table table;
	private final int index;
	private final int least;
	private int width;

	/** @param least its smallest width, in pixels */
	RestColumn(Table table, int index, int least) {
		this.table = table;
		this.index = index;
		this.least = least;
		this.width = table.getColumn(index).getWidth();
		table.addListener(SWT.Resize, _ -> fit());
	}

	/** Follows the widths of table and columns. */
	void fit() {
		final var column = table.getColumn(index);
		if (column.getWidth() != width) {
			return;
		}
		int rest = table.getClientArea().width;
		for (int i = 0; i < table.getColumnCount(); i++) {
			rest -= i == index ? 0 : table.getColumn(i).getWidth();
		}
		width = Math.max(least, rest);
		column.setWidth(width);
	}
}
