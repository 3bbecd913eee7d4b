package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.ui.Icons;

/** The phases of a task side by side, a tick on each that is done. */
final class PhaseStrip extends Composite {

	private final List<CLabel> labels = new ArrayList<>();

	PhaseStrip(Composite parent) {
		super(parent, SWT.NONE);
		final var row = new RowLayout(SWT.HORIZONTAL);
		row.marginLeft = 0;
		row.marginTop = 0;
		row.marginBottom = 0;
		row.spacing = 10;
		setLayout(row);
	}

	void show(List<PhaseProgress> phases) {
		while (labels.size() > phases.size()) {
			labels.removeLast().dispose();
		}
		while (labels.size() < phases.size()) {
			final var label = new CLabel(this, SWT.NONE);
			label.setMargins(0, 2, 4, 2);
			labels.add(label);
		}
		for (int i = 0; i < phases.size(); i++) {
			final var phase = phases.get(i);
			labels.get(i).setImage(Icons.image(PhaseStrip.class, "phase-" + phase.mark().name().toLowerCase(Locale.ROOT))); //$NON-NLS-1$
			labels.get(i).setText(words(phase));
		}
	}

	private static String words(PhaseProgress phase) {
		return switch (phase.mark()) {
			case AHEAD -> phase.phase().label();
			case RUNNING -> phase.phase().label() + (phase.percent() < 0 ? "" : " " + phase.percent() + " %"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case DONE, FAILED -> phase.phase().label() + ' ' + FlashWords.time(phase.time());
		};
	}
}
