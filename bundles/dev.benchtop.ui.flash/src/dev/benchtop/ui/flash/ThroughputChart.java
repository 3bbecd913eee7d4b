package dev.benchtop.ui.flash;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ILineSeries.PlotSymbolType;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** Throughput over time. */
final class ThroughputChart extends Composite {

	private static final double MEGA = 1e6;
	private static final double SHORTEST = 5;
	private static final int AROUND = 2;

	private final Chart chart;
	private final ILineSeries<?> series;

	ThroughputChart(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		chart = new Chart(this, SWT.DOUBLE_BUFFERED);
		chart.getTitle().setVisible(false);
		chart.getLegend().setVisible(false);
		series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, Messages.ThroughputChart_rate);
		series.setSymbolType(PlotSymbolType.NONE);
		series.enableArea(true);
		series.setLineWidth(2);
		series.setLineColor(new Color(76, 141, 214));
		series.setAntialias(SWT.ON);
		for (final var axis : chart.getAxisSet().getAxes()) {
			axis.getTitle().setVisible(false);
			axis.getGrid().setStyle(LineStyle.DOT);
		}
		recolour();
	}

	/** Shows the samples; cheap enough to be called ten times a second. */
	void show(List<Throughput.Sample> samples) {
		series.setXSeries(samples.stream().mapToDouble(Throughput.Sample::seconds).toArray());
		final double[] rates = smoothed(samples);
		series.setYSeries(rates);
		final double end = samples.isEmpty() ? SHORTEST : Math.max(SHORTEST, samples.getLast().seconds());
		final double top = Arrays.stream(rates).max().orElse(0);
		chart.getAxisSet().getXAxis(0).setRange(new Range(0, end));
		chart.getAxisSet().getYAxis(0).setRange(new Range(0, Math.max(1, top * 1.1)));
		recolour();
		chart.redraw();
	}

	/** In MB/s, each over the samples around it: a target that takes 4 MiB at once is no row of spikes. */
	private static double[] smoothed(List<Throughput.Sample> samples) {
		final double[] rates = new double[samples.size()];
		for (int i = 0; i < rates.length; i++) {
			final var around = samples.subList(Math.max(0, i - AROUND), Math.min(rates.length, i + AROUND + 1));
			rates[i] = around.stream().mapToDouble(Throughput.Sample::rate).average().orElse(0) / MEGA;
		}
		return rates;
	}

	private void recolour() {
		final Color background = getParent().getBackground();
		final Color foreground = getParent().getForeground();
		chart.setBackground(background);
		chart.getPlotArea().setBackground(background);
		for (final var axis : chart.getAxisSet().getAxes()) {
			axis.getTick().setForeground(foreground);
			axis.getGrid().setForeground(getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW));
		}
	}
}
