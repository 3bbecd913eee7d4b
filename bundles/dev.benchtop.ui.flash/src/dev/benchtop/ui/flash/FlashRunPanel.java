package dev.benchtop.ui.flash;

import java.util.Arrays;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;

import dev.benchtop.ui.TimeChart;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** A task while it runs and after: phases, speed, time left, what holds it up, the chart, what came of it, and the log. */
final class FlashRunPanel extends Composite {

	private static final int FRAME = 100;
	private static final double MEGA = 1e6;
	private static final double SHORTEST = 5;
	private static final String GAP = "   \u00b7   "; //$NON-NLS-1$

	private final PhaseStrip phases;
	private final ProgressBar bar;
	private final Label numbers;
	private final Button cancel;
	private final TimeChart chart;
	private final ResultRow result;
	private final LogFold log;
	private FlashTask task;
	private boolean ended;

	FlashRunPanel(Composite parent, FlashRoom room) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(8, 8).applyTo(this);
		phases = new PhaseStrip(this);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(phases);
		bar = new ProgressBar(this, SWT.SMOOTH);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(bar);
		cancel = new Button(this, SWT.PUSH);
		cancel.setText(Messages.FlashRunPanel_cancel);
		GridDataFactory.fillDefaults().applyTo(cancel);
		cancel.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> task.token().cancel()));
		numbers = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(numbers);
		chart = new TimeChart(this, Messages.FlashRunPanel_rate, false);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(420, 150).applyTo(chart);
		result = new ResultRow(this, room);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(result);
		log = new LogFold(this);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(log);
	}

	/** Shows a task from now on. */
	void show(FlashTask shown) {
		task = shown;
		ended = false;
		log.show(shown);
		visible(result, false);
		visible(bar, true);
		visible(cancel, true);
		visible(numbers, true);
		draw();
	}

	private void draw() {
		if (isDisposed() || ended) {
			return;
		}
		final var drawn = task;
		ended = task.stage() == Stage.ENDED; // asked first: what is shown below is then the last of it
		phases.show(task.phases());
		show(task.samples());
		log.catchUp();
		if (ended) {
			visible(bar, false);
			visible(cancel, false);
			visible(numbers, false);
			result.show(task);
			visible(result, true);
		} else {
			final int percent = task.current().map(PhaseProgress::percent).orElse(0);
			bar.setSelection(Math.max(0, percent));
			numbers.setText(numbers(percent));
			getDisplay().timerExec(FRAME, () -> {
				if (task == drawn) {
					draw();
				}
			});
		}
		layout(true, true);
	}

	private void show(List<Throughput.Sample> samples) {
		final double[] rates = Arrays.stream(Throughput.smoothed(samples)).map(rate -> rate / MEGA).toArray();
		final double end = samples.isEmpty() ? SHORTEST : Math.max(SHORTEST, samples.getLast().seconds());
		chart.show(samples.stream().mapToDouble(Throughput.Sample::seconds).toArray(), rates, 0, end, 1);
	}

	private String numbers(int percent) {
		if (task.stage() == Stage.WAITING) {
			return Messages.FlashRunPanel_waiting;
		}
		final var text = new StringBuilder();
		if (percent >= 0) {
			text.append(percent).append(" %").append(GAP); //$NON-NLS-1$
		}
		text.append(FlashWords.rate(task.rate())).append(GAP);
		task.left().ifPresent(left -> text.append(NLS.bind(Messages.FlashRunPanel_left, FlashWords.clock(left))).append(GAP));
		text.append(NLS.bind(Messages.FlashRunPanel_elapsed, FlashWords.clock(task.time())));
		final String limit = FlashWords.bottleneck(task.bottleneck());
		return limit.isEmpty() ? text.toString() : text.append(GAP).append(limit).toString();
	}

	private static void visible(Control control, boolean visible) {
		control.setVisible(visible);
		((GridData) control.getLayoutData()).exclude = !visible;
	}
}
