package dev.benchtop.ui.storage;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;

/** Says in a table without rows what that means: the table stays what it is, takes drops and keys and has its menu. */
final class EmptyTable {

	private static final int MARGIN = 24;

	private final Table table;
	private final Label label;

	EmptyTable(Table table) {
		this.table = table;
		label = new Label(table, SWT.WRAP);
		label.setVisible(false);
		table.addListener(SWT.Resize, _ -> place());
	}

	/** Lies over the table where something is said. */
	Label control() {
		return label;
	}

	/** @param words empty for nothing */
	void say(String words) {
		if (!label.getText().equals(words)) {
			label.setText(words.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
			label.setBackground(table.getBackground());
			label.setForeground(table.getForeground());
			place();
			label.setVisible(!words.isEmpty());
		}
	}

	private void place() {
		final Rectangle area = table.getClientArea();
		final int width = Math.max(MARGIN, area.width - 2 * MARGIN);
		label.setBounds(MARGIN, table.getHeaderHeight() + MARGIN, width, label.computeSize(width, SWT.DEFAULT).y);
	}
}
