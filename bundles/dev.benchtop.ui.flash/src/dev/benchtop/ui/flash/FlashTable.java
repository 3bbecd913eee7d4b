package dev.benchtop.ui.flash;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.SoftSelection;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** The table of the queue: a row is a {@link FlashTask} of this window or a {@link JournalEntry} of the past. */
final class FlashTable extends Composite {

	private static final String GAP = "  \u00b7  "; //$NON-NLS-1$
	private static final DateTimeFormatter STARTED = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
			.withZone(ZoneId.systemDefault());

	private final TableViewer viewer;

	FlashTable(Composite parent, FlashRoom room) {
		super(parent, SWT.NONE);
		final var layout = new TableColumnLayout();
		setLayout(layout);
		viewer = new TableViewer(this, SWT.FULL_SELECTION | SWT.SINGLE);
		viewer.getTable().setHeaderVisible(true);
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		SoftSelection.on(viewer.getTable());
		column(layout, Messages.FlashQueueView_image, 3, FlashTable::image, FlashTable::icon);
		column(layout, Messages.FlashQueueView_board, 2, FlashTable::place, _ -> null);
		column(layout, Messages.FlashQueueView_progress, 7, FlashTable::progress, _ -> null);
		column(layout, Messages.FlashQueueView_started, 3, FlashTable::started, _ -> null);
		viewer.addDoubleClickListener(_ -> selectedTask().ifPresent(room::follow));
		new FlashTableMenu(this, room).attach(viewer.getTable());
	}

	void show(List<Object> rows) {
		viewer.setInput(rows);
	}

	/** Shows how far the running ones are. */
	void updateRunning() {
		for (final Object row : (List<?>) viewer.getInput()) {
			if (row instanceof FlashTask) {
				viewer.update(row, null);
			}
		}
	}

	Optional<Object> selected() {
		return Optional.ofNullable(viewer.getStructuredSelection().getFirstElement());
	}

	Optional<FlashTask> selectedTask() {
		return selected().filter(FlashTask.class::isInstance).map(FlashTask.class::cast);
	}

	@Override
	public boolean setFocus() {
		return viewer.getTable().setFocus();
	}

	private void column(TableColumnLayout layout, String title, int weight, Function<Object, String> text, Function<Object, Image> icon) {
		final var column = new TableViewerColumn(viewer, SWT.NONE);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 90));
		column.setLabelProvider(new ColumnLabelProvider() {
			@Override
			public String getText(Object row) {
				return text.apply(row);
			}

			@Override
			public Image getImage(Object row) {
				return icon.apply(row);
			}
		});
	}

	private static String image(Object row) {
		return FlashWords.fileName(row instanceof FlashTask task ? task.order().label() : ((JournalEntry) row).image());
	}

	private static String place(Object row) {
		return row instanceof FlashTask task ? FlashWords.place(task.order()) : ((JournalEntry) row).board() + ':' + ((JournalEntry) row).target();
	}

	private static String started(Object row) {
		return STARTED.format(row instanceof FlashTask task ? task.created() : ((JournalEntry) row).started());
	}

	private static String progress(Object row) {
		if (row instanceof JournalEntry entry) {
			return FlashWords.result(entry);
		}
		final var task = (FlashTask) row;
		return switch (task.stage()) {
			case WAITING -> Messages.FlashQueueView_waiting;
			case RUNNING -> running(task);
			case ENDED -> FlashWords.result(task);
		};
	}

	private static String running(FlashTask task) {
		final var phase = task.current();
		if (phase.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		final var words = new StringBuilder(phase.get().phase().label());
		if (phase.get().percent() >= 0) {
			words.append(' ').append(phase.get().percent()).append(" %"); //$NON-NLS-1$
		}
		words.append(GAP).append(FlashWords.rate(task.rate()));
		task.left().ifPresent(left -> words.append(GAP).append(NLS.bind(Messages.FlashRunPanel_left, FlashWords.clock(left))));
		return words.toString();
	}

	private static Image icon(Object row) {
		final String name;
		if (row instanceof FlashTask task) {
			name = task.stage() == Stage.WAITING ? "phase-ahead" : task.stage() == Stage.RUNNING ? "phase-running" //$NON-NLS-1$ //$NON-NLS-2$
					: task.succeeded() ? "phase-done" : "phase-failed"; //$NON-NLS-1$ //$NON-NLS-2$
		} else {
			final var entry = (JournalEntry) row;
			name = entry.running() ? "phase-running" : !entry.interrupted() && entry.outcome().isSuccess() && entry.failure().isEmpty() ? "phase-done" : "phase-failed"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return Icons.image(FlashTable.class, name);
	}
}
