package dev.benchtop.ui.internal.power;

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

/** What a meter read in the last two minutes; on the right is now. */
final class ReadingsChart extends Composite {

	private static final double NANO = 1e-9;
	private static final double SPAN_SECONDS = 120;
	private static final double LEAST = 0.1;

	private final Chart chart;
	private final ILineSeries<?> series;

	ReadingsChart(Composite parent) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		chart = new Chart(this, SWT.DOUBLE_BUFFERED);
		chart.getTitle().setVisible(false);
		chart.getLegend().setVisible(false);
		series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, Messages.ReadingsChart_series);
		series.setSymbolType(PlotSymbolType.NONE);
		series.enableArea(true);
		series.setLineWidth(2);
		series.setLineColor(new Color(76, 141, 214));
		series.setAntialias(SWT.ON);
		for (final var axis : chart.getAxisSet().getAxes()) {
			axis.getTitle().setVisible(false);
			axis.getGrid().setStyle(LineStyle.DOT);
		}
		chart.getAxisSet().getXAxis(0).setRange(new Range(-SPAN_SECONDS, 0));
		recolour();
	}

	/** Shows one quantity of the samples. */
	void show(List<Meter.Sample> samples, Quantity quantity) {
		final long now = System.nanoTime();
		final var recent = samples.stream().filter(sample -> (now - sample.nanos()) * NANO <= SPAN_SECONDS && quantity.measured(sample.readings())).toList();
		series.setXSeries(recent.stream().mapToDouble(sample -> (sample.nanos() - now) * NANO).toArray());
		final double[] values = recent.stream().mapToDouble(sample -> quantity.of(sample.readings())).toArray();
		series.setYSeries(values);
		final double top = Arrays.stream(values).max().orElse(0);
		final double bottom = Arrays.stream(values).min().orElse(0);
		chart.getAxisSet().getYAxis(0).setRange(new Range(Math.min(0, bottom * 1.15), Math.max(LEAST, top * 1.15)));
		recolour();
		chart.redraw();
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
