package dev.benchtop.ui.display;

import java.util.Locale;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.ui.Icons;

/** The page in place of a screen that is not to be seen. */
final class NoticePage extends Composite {

	private static final int WIDTH = 440;

	private final Label icon;
	private final Label text;
	private final Label next;
	private final Composite offers;
	private final PasswordRow password;
	private Notice shown;

	NoticePage(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(24, 24).applyTo(this);
		final var middle = new Composite(this, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 8).applyTo(middle);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).grab(true, true).applyTo(middle);
		icon = new Label(middle, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
		text = new Label(middle, SWT.WRAP);
		next = new Label(middle, SWT.WRAP);
		password = new PasswordRow(middle);
		GridDataFactory.fillDefaults().span(2, 1).exclude(true).applyTo(password.control());
		offers = new Composite(middle, SWT.NONE);
		RowLayoutFactory.fillDefaults().applyTo(offers);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(offers);
	}

	/** Returns whether there is something to be typed now that was not before. */
	boolean show(Notice notice) {
		if (notice.looksLike(shown)) {
			return false;
		}
		shown = notice;
		icon.setImage(Icons.image("state-" + notice.level().name().toLowerCase(Locale.ROOT))); //$NON-NLS-1$
		text.setText(notice.text());
		next.setText(notice.next());
		limit(text, 1);
		limit(next, 2);
		for (final var old : offers.getChildren()) {
			old.dispose();
		}
		for (final var offer : notice.offers()) {
			final var button = new Button(offers, SWT.PUSH);
			button.setText(offer.label());
			button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> offer.action().run()));
		}
		password.ask(notice.question());
		layout(true, true);
		return notice.question().isPresent();
	}

	/** Long sentences are broken, short ones stay in the middle; what is empty takes no room. */
	private static void limit(Label label, int columns) {
		final int width = Math.min(WIDTH, label.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		GridDataFactory.fillDefaults().span(columns, 1).hint(width, SWT.DEFAULT).exclude(label.getText().isEmpty()).applyTo(label);
		label.setVisible(!label.getText().isEmpty());
	}
}
