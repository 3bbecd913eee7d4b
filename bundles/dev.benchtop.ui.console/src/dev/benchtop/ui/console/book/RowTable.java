package dev.benchtop.ui.console.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CellEditor;
import org.eclipse.jface.viewers.CheckboxCellEditor;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerEditor;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationEvent;
import org.eclipse.jface.viewers.ColumnViewerEditorActivationStrategy;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.EditingSupport;
import org.eclipse.jface.viewers.FocusCellOwnerDrawHighlighter;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.TableViewerEditor;
import org.eclipse.jface.viewers.TableViewerFocusCellManager;
import org.eclipse.jface.viewers.TextCellEditor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** A table of rows that can be written in, added, taken out and moved, with its buttons beside it; by keyboard with arrows, F2 and Tab. */
final class RowTable<R> extends Composite {

	private final List<R> rows = new ArrayList<>();
	private final TableViewer viewer;
	private final Runnable changed;
	private final Button remove;
	private final Button up;
	private final Button down;

	/**
	 * An empty table.
	 *
	 * @param make makes a new row
	 * @param changed is called when a row is selected, or anything of the rows is another
	 */
	RowTable(Composite parent, List<Column<R>> columns, Supplier<R> make, Runnable changed) {
		super(parent, SWT.NONE);
		this.changed = changed;
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(this);
		final var frame = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(frame);
		final var layout = new TableColumnLayout();
		frame.setLayout(layout);
		viewer = new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
		viewer.getTable().setHeaderVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		columns.forEach(column -> add(column, layout));
		editByKeyboard();
		final var buttons = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(buttons);
		GridDataFactory.fillDefaults().applyTo(buttons);
		button(buttons, Messages.RowTable_add, () -> add(make.get()));
		remove = button(buttons, Messages.RowTable_remove, this::removeSelected);
		up = button(buttons, Messages.RowTable_up, () -> move(-1));
		down = button(buttons, Messages.RowTable_down, () -> move(1));
		viewer.addSelectionChangedListener(_ -> told());
		viewer.setInput(rows);
		told();
	}

	private void add(Column<R> column, TableColumnLayout layout) {
		final var made = new TableViewerColumn(viewer, SWT.NONE);
		made.getColumn().setText(column.title());
		layout.setColumnData(made.getColumn(), new ColumnWeightData(column.weight(), 40));
		made.setLabelProvider(new ColumnLabelProvider() {
			@Override
			@SuppressWarnings("unchecked")
			public String getText(Object row) {
				final Object value = column.get().apply((R) row);
				return value instanceof Boolean yes ? yes ? "\u2713" : "" : value.toString(); //$NON-NLS-1$ //$NON-NLS-2$
			}
		});
		made.setEditingSupport(new Editing(column));
	}

	private void editByKeyboard() {
		final var focus = new TableViewerFocusCellManager(viewer, new FocusCellOwnerDrawHighlighter(viewer));
		final var when = new ColumnViewerEditorActivationStrategy(viewer) {
			@Override
			protected boolean isEditorActivationEvent(ColumnViewerEditorActivationEvent event) {
				return event.eventType == ColumnViewerEditorActivationEvent.TRAVERSAL || event.eventType == ColumnViewerEditorActivationEvent.MOUSE_CLICK_SELECTION
						|| event.eventType == ColumnViewerEditorActivationEvent.PROGRAMMATIC
						|| event.eventType == ColumnViewerEditorActivationEvent.KEY_PRESSED && (event.keyCode == SWT.F2 || event.keyCode == ' ');
			}
		};
		TableViewerEditor.create(viewer, focus, when,
				ColumnViewerEditor.TABBING_HORIZONTAL | ColumnViewerEditor.TABBING_MOVE_TO_ROW_NEIGHBOR | ColumnViewerEditor.KEYBOARD_ACTIVATION);
	}

	private static Button button(Composite parent, String label, Runnable action) {
		final var button = new Button(parent, SWT.PUSH);
		button.setText(label);
		GridDataFactory.fillDefaults().applyTo(button);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
		return button;
	}

	/** The rows, as they are now. */
	List<R> rows() {
		return rows;
	}

	void show(List<R> all) {
		viewer.applyEditorValue();
		rows.clear();
		rows.addAll(all);
		viewer.refresh();
		viewer.setSelection(rows.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(rows.getFirst()));
		told();
	}

	/** Takes over what is just being written. */
	void finish() {
		viewer.applyEditorValue();
	}

	/** The number of the selected row; -1 where none is. */
	int selected() {
		final Object row = ((IStructuredSelection) viewer.getSelection()).getFirstElement();
		for (int i = 0; i < rows.size(); i++) {
			if (rows.get(i) == row) {
				return i;
			}
		}
		return -1;
	}

	void refresh() {
		viewer.refresh();
	}

	private void add(R row) {
		rows.add(row);
		viewer.refresh();
		viewer.setSelection(new StructuredSelection(row), true);
		viewer.editElement(row, 0);
	}

	private void removeSelected() {
		final int at = selected();
		if (at >= 0) {
			rows.remove(at);
			viewer.refresh();
			viewer.setSelection(rows.isEmpty() ? StructuredSelection.EMPTY : new StructuredSelection(rows.get(Math.min(at, rows.size() - 1))));
			told();
		}
	}

	private void move(int by) {
		final int at = selected();
		if (at >= 0 && at + by >= 0 && at + by < rows.size()) {
			Collections.swap(rows, at, at + by);
			viewer.refresh();
			told();
		}
	}

	private void told() {
		final int at = selected();
		remove.setEnabled(at >= 0);
		up.setEnabled(at > 0);
		down.setEnabled(at >= 0 && at < rows.size() - 1);
		changed.run();
	}

	/** Writes in a cell. */
	private final class Editing extends EditingSupport {

		private final Column<R> column;

		Editing(Column<R> column) {
			super(viewer);
			this.column = column;
		}

		@Override
		protected CellEditor getCellEditor(Object row) {
			return getValue(row) instanceof Boolean ? new CheckboxCellEditor(viewer.getTable()) : new TextCellEditor(viewer.getTable());
		}

		@Override
		protected boolean canEdit(Object row) {
			return true;
		}

		@Override
		@SuppressWarnings("unchecked")
		protected Object getValue(Object row) {
			return column.get().apply((R) row);
		}

		@Override
		@SuppressWarnings("unchecked")
		protected void setValue(Object row, Object value) {
			column.set().accept((R) row, value);
			viewer.update(row, null);
			told();
		}
	}
}
