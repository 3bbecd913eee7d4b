package dev.benchtop.ui;

import java.text.DecimalFormat;
import java.text.FieldPosition;
import java.util.Arrays;

import org.eclipse.osgi.util.NLS;
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

/** One value over time, in the colours of what it stands in. */
public final class TimeChart extends Composite {

	private static final double ABOVE = 1.12;
	private static final int BETWEEN_TICKS = 90;
	private static final int GRID_PERCENT = 35;

	private final Chart chart;
	private final ILineSeries<?> series;

	/**
	 * @param value what the value is called
	 * @param now whether time is told back from now, which is at 0
	 */
	public TimeChart(Composite parent, String value, boolean now) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		chart = new Chart(this, SWT.DOUBLE_BUFFERED);
		chart.getTitle().setVisible(false);
		chart.getLegend().setVisible(false);
		series = (ILineSeries<?>) chart.getSeriesSet().createSeries(SeriesType.LINE, value);
		series.setSymbolType(PlotSymbolType.NONE);
		series.enableArea(true);
		series.setLineWidth(2);
		series.setLineColor(new Color(76, 141, 214));
		series.setAntialias(SWT.ON);
		for (final var axis : chart.getAxisSet().getAxes()) {
			axis.getTitle().setVisible(false);
			axis.getGrid().setStyle(LineStyle.DOT);
		}
		final var time = chart.getAxisSet().getXAxis(0).getTick();
		time.setFormat(new Seconds(now));
		time.setTickMarkStepHint(BETWEEN_TICKS);
		recolour();
	}

	/**
	 * Shows values; cheap enough to be called ten times a second.
	 *
	 * @param seconds when each value was, ascending
	 * @param from what the time axis begins with, in seconds
	 * @param to what it ends with
	 * @param least what the axis of the values reaches up to at least
	 */
	public void show(double[] seconds, double[] values, double from, double to, double least) {
		series.setXSeries(seconds);
		series.setYSeries(values);
		final double top = Arrays.stream(values).max().orElse(0);
		final double bottom = Arrays.stream(values).min().orElse(0);
		chart.getAxisSet().getXAxis(0).setRange(new Range(from, to));
		chart.getAxisSet().getYAxis(0).setRange(new Range(Math.min(0, bottom * ABOVE), Math.max(least, top) * ABOVE));
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
			axis.getGrid().setForeground(between(background, foreground));
		}
	}

	/** What is seen on the one, and less so than the other. */
	private static Color between(Color background, Color foreground) {
		return new Color(between(background.getRed(), foreground.getRed()), between(background.getGreen(), foreground.getGreen()),
				between(background.getBlue(), foreground.getBlue()));
	}

	private static int between(int background, int foreground) {
		return background + (foreground - background) * GRID_PERCENT / 100;
	}

	/** Seconds with their unit. */
	private static final class Seconds extends DecimalFormat {

		private static final long serialVersionUID = 1L;

		private final boolean now;

		Seconds(boolean now) {
			super("0.#"); //$NON-NLS-1$
			this.now = now;
		}

		@Override
		public StringBuffer format(double number, StringBuffer result, FieldPosition position) {
			if (now && number == 0) {
				return result.append(Messages.TimeChart_now);
			}
			final var plain = super.format(number, new StringBuffer(), position);
			return result.append(NLS.bind(Messages.TimeChart_seconds, plain.toString().replace('-', '\u2212')));
		}
	}
}
