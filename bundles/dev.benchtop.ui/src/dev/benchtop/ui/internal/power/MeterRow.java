package dev.benchtop.ui.internal.power;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.ui.TimeChart;

/** One power switch: its name, what its meter reads now, and the chart of what is chosen. */
final class MeterRow extends Composite {

	private static final int LEFT = 150;
	private static final int HEIGHT = 110;
	private static final double LARGE = 1.25;
	private static final double NANO = 1e-9;
	private static final double SPAN_SECONDS = 120;
	private static final double LEAST = 0.1;

	private final Meter meter;
	private final Composite left;
	private final Map<Quantity, Button> values = new EnumMap<>(Quantity.class);
	private final CLabel problem;
	private final TimeChart chart;
	private Quantity charted;

	MeterRow(Composite parent, String name, Meter meter) {
		super(parent, SWT.NONE);
		this.meter = meter;
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 6).spacing(8, 3).applyTo(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
		final var heading = new Label(this, SWT.NONE);
		heading.setText(name);
		heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(heading);
		problem = new CLabel(this, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).hint(0, SWT.DEFAULT).applyTo(problem);
		left = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 3).applyTo(left);
		GridDataFactory.fillDefaults().hint(LEFT, SWT.DEFAULT).exclude(true).applyTo(left);
		left.setVisible(false);
		final Font large = large();
		for (final var quantity : Quantity.values()) {
			values.put(quantity, value(left, quantity, large));
		}
		chart = new TimeChart(this, name, true);
		GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, HEIGHT).exclude(true).applyTo(chart);
		chart.setVisible(false);
		refresh();
	}

	private Font large() {
		final var resources = new LocalResourceManager(JFaceResources.getResources(), this);
		final int height = JFaceResources.getDialogFont().getFontData()[0].getHeight();
		return resources.create(FontDescriptor.createFrom(JFaceResources.getDialogFont()).setHeight((int) Math.round(height * LARGE)));
	}

	private Button value(Composite parent, Quantity quantity, Font font) {
		final var value = new Button(parent, SWT.RADIO);
		value.setFont(font);
		value.setToolTipText(Messages.MeterRow_chart);
		value.addListener(SWT.Selection, _ -> {
			if (value.getSelection()) {
				charted = quantity;
				refresh();
			}
		});
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(value);
		value.setVisible(false);
		return value;
	}

	/** Shows what was read meanwhile; returns whether it needs another size for that. */
	boolean refresh() {
		boolean resized = false;
		if (!getBackground().equals(left.getBackground())) {
			setBackground(left.getBackground()); // the style sheet knows the one and not the other
			problem.setBackground(left.getBackground());
		}
		final List<Meter.Sample> samples = meter.samples();
		final String words = meter.problem().orElse(samples.isEmpty() ? Messages.MeterRow_waiting : ""); //$NON-NLS-1$
		if (!words.equals(problem.getText())) { // null in the beginning
			problem.setText(words);
			problem.setToolTipText(words);
		}
		if (!samples.isEmpty()) {
			resized = show(left, true) | show(chart, true);
			((GridData) getLayoutData()).grabExcessVerticalSpace = true;
			final var now = samples.getLast().readings();
			for (final var value : values.entrySet()) {
				resized |= show(value.getValue(), value.getKey().measured(now));
				value.getValue().setText(value.getKey().measured(now) ? value.getKey().text(now) : ""); //$NON-NLS-1$
				value.getValue().setEnabled(meter.problem().isEmpty());
			}
			if (charted == null || !charted.measured(now)) {
				charted = values.keySet().stream().filter(quantity -> quantity.measured(now)).findFirst().orElse(null);
			}
			values.forEach((quantity, button) -> button.setSelection(quantity == charted));
		}
		chart(samples);
		return resized;
	}

	/** Draws the last two minutes. */
	private void chart(List<Meter.Sample> samples) {
		final long now = System.nanoTime();
		final var recent = charted == null ? List.<Meter.Sample>of()
				: samples.stream().filter(sample -> (now - sample.nanos()) * NANO <= SPAN_SECONDS && charted.measured(sample.readings())).toList();
		chart.show(recent.stream().mapToDouble(sample -> (sample.nanos() - now) * NANO).toArray(),
				recent.stream().mapToDouble(sample -> charted.of(sample.readings())).toArray(), -SPAN_SECONDS, 0, LEAST);
	}

	private static boolean show(Control control, boolean shown) {
		final var data = (GridData) control.getLayoutData();
		if (data.exclude != shown) {
			return false;
		}
		data.exclude = !shown;
		control.setVisible(shown);
		return true;
	}
}
