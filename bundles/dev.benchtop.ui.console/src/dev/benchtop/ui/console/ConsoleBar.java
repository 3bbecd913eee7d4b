package dev.benchtop.ui.console;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.ui.Icons;

/** The strip above a terminal: how the line is in words, and buttons for what can be done about it. */
final class ConsoleBar extends Composite {

	private final Label icon;
	private final Label text;
	private final Composite offers;
	private Notice shown;

	ConsoleBar(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 2).spacing(6, 0).applyTo(this);
		icon = new Label(this, SWT.NONE);
		text = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		offers = new Composite(this, SWT.NONE);
		final var row = new RowLayout(SWT.HORIZONTAL);
		row.marginTop = 0;
		row.marginBottom = 0;
		row.marginLeft = 0;
		row.marginRight = 0;
		row.center = true;
		offers.setLayout(row);
	}

	void show(Notice notice) {
		if (isDisposed() || shown != null && sameWords(shown, notice)) {
			return;
		}
		shown = notice;
		icon.setImage(Icons.image(iconOf(notice)));
		text.setText(notice.text());
		text.setToolTipText(notice.tooltip().isEmpty() ? null : notice.tooltip());
		for (final var old : offers.getChildren()) {
			old.dispose();
		}
		for (final var offer : notice.offers()) {
			final var button = new Button(offers, SWT.PUSH);
			button.setText(offer.label());
			button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> offer.action().run()));
		}
		getParent().layout(true, true);
	}

	private static boolean sameWords(Notice one, Notice other) {
		return one.level() == other.level() && one.text().equals(other.text()) && one.tooltip().equals(other.tooltip())
				&& one.offers().stream().map(Notice.Offer::label).toList().equals(other.offers().stream().map(Notice.Offer::label).toList());
	}

	private static String iconOf(Notice notice) {
		return switch (notice.level()) {
			case ON -> "state-on"; //$NON-NLS-1$
			case BUSY -> "state-busy"; //$NON-NLS-1$
			case WARNING -> "state-warning"; //$NON-NLS-1$
			case ERROR -> "state-error"; //$NON-NLS-1$
			case OFF -> "state-off"; //$NON-NLS-1$
			case UNKNOWN -> "state-unknown"; //$NON-NLS-1$
		};
	}
}
