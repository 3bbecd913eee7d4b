package dev.benchtop.ui.internal.servers;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IElementComparer;
import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.SoftSelection;
import dev.benchtop.ui.internal.servers.TransferRow.Missed;
import dev.benchtop.ui.internal.servers.TransferRow.Moved;

/** The transfers of the servers that are selected, live, and what was asked for and is not there. */
final class TransferTable {

	private static final int MARGIN = 4;

	private final TableViewer viewer;
	private List<TransferRow> shown = List.of();

	TransferTable(Composite parent) {
		final var holder = new Composite(parent, SWT.NONE);
		final var layout = new TableColumnLayout();
		holder.setLayout(layout);
		viewer = new TableViewer(holder, SWT.FULL_SELECTION | SWT.SINGLE);
		viewer.getTable().setHeaderVisible(true);
		viewer.setUseHashlookup(true);
		viewer.setComparer(new ByKey());
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		ColumnViewerToolTipSupport.enableFor(viewer);
		column(layout, Messages.TransferTable_file, 22, 110, TransferRow::name, TransferTable::icon);
		column(layout, Messages.TransferTable_client, 12, 85, row -> client(row).getAddress().getHostAddress(), _ -> null);
		final var progress = new TableViewerColumn(viewer, SWT.NONE);
		progress.getColumn().setText(Messages.TransferTable_progress);
		layout.setColumnData(progress.getColumn(), new ColumnWeightData(30, 165));
		progress.setLabelProvider(new Progress());
		column(layout, Messages.TransferTable_rate, 9, 72, row -> row instanceof Moved moved ? Words.rate(moved.transfer()) : "", _ -> null); //$NON-NLS-1$
		column(layout, Messages.TransferTable_time, 9, 72, row -> row instanceof Moved moved ? Words.time(moved.transfer()) : Words.at(row.since()), _ -> null);
		column(layout, Messages.TransferTable_again, 6, 58, TransferTable::again, _ -> null);
		column(layout, Messages.TransferTable_options, 26, 190, row -> row instanceof Moved moved ? moved.transfer().options() : "", _ -> null); //$NON-NLS-1$
		SoftSelection.on(viewer.getTable());
	}

	Table control() {
		return viewer.getTable();
	}

	/** Shows the rows; what is selected stays so, and only what has changed is drawn anew. */
	void show(List<TransferRow> rows) {
		if (rows.equals(shown)) {
			return;
		}
		final boolean sameRows = rows.stream().map(TransferRow::key).toList().equals(shown.stream().map(TransferRow::key).toList());
		final var before = shown;
		shown = rows;
		if (!sameRows) {
			final var selection = viewer.getSelection();
			viewer.setInput(rows);
			viewer.setSelection(selection);
			return;
		}
		for (int i = 0; i < rows.size(); i++) {
			if (!rows.get(i).equals(before.get(i))) {
				viewer.replace(rows.get(i), i);
			}
		}
	}

	Optional<TransferRow> selected() {
		return Optional.ofNullable((TransferRow) viewer.getStructuredSelection().getFirstElement());
	}

	private void column(TableColumnLayout layout, String title, int weight, int least, Function<TransferRow, String> text, Function<TransferRow, Image> icon) {
		final var column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object row) {
				return text.apply((TransferRow) row);
			}

			@Override
			public Image getImage(Object row) {
				return icon.apply((TransferRow) row);
			}

			@Override
			public String getToolTipText(Object row) {
				return tooltip((TransferRow) row);
			}
		});
	}

	private static InetSocketAddress client(TransferRow row) {
		return row instanceof Moved moved ? moved.transfer().client() : ((Missed) row).missing().client();
	}

	private static String again(TransferRow row) {
		return row instanceof Moved moved && moved.transfer().retransmits() > 0 ? Integer.toString(moved.transfer().retransmits()) : ""; //$NON-NLS-1$
	}

	private static String words(TransferRow row) {
		return row instanceof Moved moved ? Words.progress(moved.transfer()) : Words.progress(((Missed) row).missing());
	}

	private static String tooltip(TransferRow row) {
		final var client = client(row);
		final String options = row instanceof Moved moved ? '\n' + moved.transfer().options() : ""; //$NON-NLS-1$
		return row.name() + ": " + words(row) + '\n' + row.entry().title() + ", " + client.getAddress().getHostAddress() + ':' + client.getPort() + ", " //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				+ Words.at(row.since()) + options.stripTrailing();
	}

	private static Image icon(TransferRow row) {
		if (row instanceof Moved moved) {
			final var outcome = moved.transfer().outcome();
			return Icons.image(outcome == Outcome.FAILED ? "error" : outcome == Outcome.DONE ? "transfer-done" //$NON-NLS-1$ //$NON-NLS-2$
					: moved.transfer().upload() ? "transfer-in" : "transfer-out"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return Icons.image("question"); //$NON-NLS-1$
	}

	/** Rows are the same while their numbers change. */
	private static final class ByKey implements IElementComparer {
		@Override
		public boolean equals(Object one, Object other) {
			return one instanceof TransferRow a && other instanceof TransferRow b ? a.key().equals(b.key()) : one.equals(other);
		}

		@Override
		public int hashCode(Object element) {
			return element instanceof TransferRow row ? row.key().hashCode() : element.hashCode();
		}
	}

	/** How far it is: words, and a bar under them while it runs. The words are the cell's text too, for assistive technologies. */
	private static final class Progress extends OwnerDrawLabelProvider {
		@Override
		public void update(ViewerCell cell) {
			final String words = words((TransferRow) cell.getElement());
			if (!words.equals(cell.getText())) {
				cell.setText(words);
			}
			super.update(cell);
		}

		@Override
		protected void erase(Event event, Object element) {
			event.detail &= ~SWT.FOREGROUND;
		}

		@Override
		protected void measure(Event event, Object element) {
			event.height = Math.max(event.height, event.gc.getFontMetrics().getHeight() + 2 * MARGIN);
		}

		@Override
		protected void paint(Event event, Object element) {
			final var row = (TransferRow) element;
			final var cell = ((TableItem) event.item).getBounds(event.index);
			final var gc = event.gc;
			gc.setForeground(((Table) event.widget).getForeground());
			gc.setClipping(cell);
			final String words = words(row);
			gc.drawText(words, cell.x + MARGIN, cell.y + (cell.height - gc.textExtent(words).y) / 2 - (row.runs() ? 2 : -1), true);
			if (row instanceof Moved moved && row.runs() && Words.percent(moved.transfer()) >= 0) {
				Painting.bar(gc, cell, Words.percent(moved.transfer()));
			}
			gc.setClipping((org.eclipse.swt.graphics.Rectangle) null);
		}

		@Override
		public String getToolTipText(Object element) {
			return tooltip((TransferRow) element);
		}
	}
}
