package dev.benchtop.ui.internal;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.action.ControlContribution;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.ProgressBar;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.StatusItem;
import dev.benchtop.ui.StatusItem.Status;

/** What the status line says: the bench on the left, what the rooms have to say on the right. */
final class StatusLine extends ControlContribution {

	private static final int PAUSE_MILLIS = 500;
	private static final int MARGIN = 8;
	private static final int GAP = 14;
	private static final int BAR_WIDTH = 90;
	private static final int BAR_HEIGHT = 8;

	private final BenchSession session;
	private final IStatusLineManager manager;
	private final Services<StatusItem> items = new Services<>(StatusItem.class);
	private List<Status> shown = List.of();
	private Composite row;

	StatusLine(BenchSession session, IStatusLineManager manager) {
		super("dev.benchtop.ui.status"); //$NON-NLS-1$
		this.session = session;
		this.manager = manager;
	}

	@Override
	protected Control createControl(Composite parent) {
		row = new Composite(parent, SWT.NONE);
		shown = List.of();
		poll();
		final var subscription = session.onChange(this::bench);
		row.addDisposeListener(_ -> subscription.close());
		bench();
		return row;
	}

	private void bench() {
		manager.setMessage(session.bench().map(StatusLine::sentence).orElse(Messages.StatusLine_noBench));
	}

	private static String sentence(Bench bench) {
		final int boards = bench.boards().size();
		final String folder = Homes.shorten(bench.folder());
		return NLS.bind(boards == 1 ? Messages.StatusLine_benchOneBoard : Messages.StatusLine_bench, folder, boards);
	}

	private void tick() {
		if (!row.isDisposed()) {
			poll();
		}
	}

	private void poll() {
		final List<Status> now = items.all().stream().map(StatusItem::status).flatMap(Optional::stream).toList();
		if (!now.equals(shown)) {
			show(now);
		}
		row.getDisplay().timerExec(PAUSE_MILLIS, this::tick);
	}

	private void show(List<Status> now) {
		for (final var old : row.getChildren()) {
			old.dispose();
		}
		GridLayoutFactory.fillDefaults().numColumns(Math.max(1, now.size())).margins(MARGIN, 0).spacing(GAP, 0).applyTo(row);
		now.forEach(this::add);
		shown = now;
		row.getParent().layout(true, true);
	}

	private void add(Status status) {
		final var item = new Composite(row, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(item);
		GridDataFactory.fillDefaults().grab(false, true).align(SWT.FILL, SWT.CENTER).applyTo(item);
		final Control text = status.action() == null ? label(item, status) : link(item, status);
		text.setToolTipText(status.tooltip().isEmpty() ? null : status.tooltip());
		if (status.percent() >= 0) {
			final var bar = new ProgressBar(item, SWT.HORIZONTAL);
			bar.setSelection(status.percent());
			GridDataFactory.fillDefaults().hint(BAR_WIDTH, BAR_HEIGHT).align(SWT.FILL, SWT.CENTER).applyTo(bar);
		}
	}

	private static Control label(Composite parent, Status status) {
		final var label = new Label(parent, SWT.NONE);
		label.setText(status.text());
		return label;
	}

	private static Control link(Composite parent, Status status) {
		final var link = new Link(parent, SWT.NONE);
		link.setText("<a>" + status.text() + "</a>"); //$NON-NLS-1$ //$NON-NLS-2$
		link.addListener(SWT.Selection, _ -> status.action().run());
		return link;
	}
}
