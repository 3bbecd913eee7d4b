package dev.benchtop.ui.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

import dev.benchtop.ui.SoftSelection;

/**
 * The rows of a folder. The table is virtual: it asks for what is on the screen, and its number of rows follows in steps, so that a hundred
 * thousand of them never hold the window up.
 */
final class FileTable {

	private static final int STEP = 1000;
	private static final long SLICE_NANOS = 6_000_000;
	private static final int[] WIDTHS = {320, 90, 180, 130, 160};
	private static final int LEAST_NAME = 180;

	private final Table table;
	private final RestColumn names;
	private final EmptyTable empty;
	private Row[] rows = {};
	private boolean fitting;

	FileTable(Composite parent, BiConsumer<Column, Boolean> onSort) {
		table = new Table(parent, SWT.VIRTUAL | SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		Accessibles.name(table, Messages.FileTable_name);
		column(Column.NAME, Messages.FileTable_columnName, SWT.LEFT, onSort);
		column(Column.SIZE, Messages.FileTable_columnSize, SWT.RIGHT, onSort);
		column(Column.MODIFIED, Messages.FileTable_columnModified, SWT.LEFT, onSort);
		column(Column.TYPE, Messages.FileTable_columnType, SWT.LEFT, onSort);
		column(Column.ETAG, Messages.FileTable_columnEtag, SWT.LEFT, onSort);
		table.setSortColumn(table.getColumn(0));
		table.setSortDirection(SWT.UP);
		table.addListener(SWT.SetData, this::fill);
		names = new RestColumn(table, 0, LEAST_NAME);
		SoftSelection.on(table);
		empty = new EmptyTable(table);
	}

	private void column(Column by, String title, int style, BiConsumer<Column, Boolean> onSort) {
		final var column = new TableColumn(table, style);
		column.setText(title);
		column.setWidth(by == Column.ETAG ? 0 : WIDTHS[by.ordinal()]);
		column.setMoveable(false);
		column.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
			final boolean descending = table.getSortColumn() == column && table.getSortDirection() == SWT.UP;
			table.setSortColumn(column);
			table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
			onSort.accept(by, descending);
		}));
	}

	Table control() {
		return table;
	}

	/**
	 * Shows these rows; what was selected by its name stays so.
	 *
	 * @param emptiness what is said where there are none
	 */
	void show(Row[] now, String emptiness) {
		empty.say(emptiness);
		if (rows == now) {
			return;
		}
		final Set<String> selected = selected().stream().map(Row::name).collect(Collectors.toSet());
		rows = now;
		table.deselectAll();
		etags();
		fit();
		table.clearAll();
		if (!selected.isEmpty()) {
			select(selected);
		}
	}

	/** What lies over the table while it says why there are no rows. */
	Control emptiness() {
		return empty.control();
	}

	int size() {
		return rows.length;
	}

	/** Whether the table's own count has reached that of the rows. */
	boolean settled() {
		return table.getItemCount() == rows.length;
	}

	List<Row> selected() {
		final List<Row> selected = new ArrayList<>();
		for (final int index : table.getSelectionIndices()) {
			if (index < rows.length) {
				selected.add(rows[index]);
			}
		}
		return selected;
	}

	/** The row of an item of the table. */
	Optional<Row> row(TableItem item) {
		final int index = table.indexOf(item);
		return index >= 0 && index < rows.length ? Optional.of(rows[index]) : Optional.empty();
	}

	/** Selects the rows of these names and shows the first; returns whether there are any. */
	boolean select(Set<String> names) {
		final List<Integer> found = new ArrayList<>();
		for (int i = 0; i < rows.length && found.size() < names.size(); i++) {
			if (names.contains(rows[i].name())) {
				found.add(i);
			}
		}
		if (found.isEmpty()) {
			return false;
		}
		final int last = found.getLast();
		if (table.getItemCount() <= last) {
			table.setItemCount(last + 1);
		}
		table.setSelection(found.stream().mapToInt(Integer::intValue).toArray());
		return true;
	}

	/** Puts the keyboard's row on the first where there is none. */
	void focus() {
		table.setFocus();
		if (table.getSelectionCount() == 0 && rows.length > 0) {
			table.setSelection(0);
			table.notifyListeners(SWT.Selection, new Event());
		}
	}

	/** The column of the ETags is there where there are any. */
	private void etags() {
		final var column = table.getColumn(Column.ETAG.ordinal());
		boolean any = false;
		for (int i = 0; i < rows.length && !any; i++) {
			any = !rows[i].etag().isEmpty();
		}
		if (any != column.getWidth() > 0) {
			column.setWidth(any ? WIDTHS[Column.ETAG.ordinal()] : 0);
			column.setResizable(any);
			names.fit();
		}
	}

	/** Brings the table's own count nearer to that of the rows, as far as it goes in a few milliseconds. */
	private void fit() {
		final int wanted = rows.length;
		final long until = System.nanoTime() + SLICE_NANOS;
		int now = table.getItemCount();
		while (now != wanted && System.nanoTime() < until) {
			now = now < wanted ? Math.min(wanted, now + STEP) : Math.max(wanted, now - STEP);
			table.setItemCount(now);
		}
		if (now != wanted && !fitting) {
			fitting = true;
			table.getDisplay().asyncExec(this::goOn);
		}
	}

	private void goOn() {
		fitting = false;
		if (!table.isDisposed()) {
			fit();
		}
	}

	/** A row that goes just now is asked for once more by GTK, with index -1. */
	private void fill(Event event) {
		final var item = (TableItem) event.item;
		if (event.index >= 0 && event.index < rows.length) {
			final var row = rows[event.index];
			item.setText(RowWords.of(row));
			item.setImage(0, RowIcons.of(row));
		}
	}
}
