package dev.benchtop.ui.console;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

import dev.benchtop.ui.Icons;

/** A line above a terminal about something that happened: with one button, until it is closed. */
final class AlertStrip extends Composite {

	private final Label icon;
	private final Label text;
	private final Button offer;
	private Runnable action = () -> { };
	private String said = ""; //$NON-NLS-1$
	private String kind = ""; //$NON-NLS-1$
	private int more;
	private boolean shown;

	AlertStrip(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 2).spacing(6, 0).applyTo(this);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
		icon = new Label(this, SWT.NONE);
		text = new Label(this, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(text);
		offer = new Button(this, SWT.PUSH);
		offer.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> {
			hide();
			action.run();
		}));
		final var close = new ToolItem(new ToolBar(this, SWT.FLAT), SWT.PUSH);
		close.setImage(Icons.image(AlertStrip.class, "close")); //$NON-NLS-1$
		close.setToolTipText(Messages.AlertStrip_close);
		close.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> hide()));
		setVisible(false);
	}

	/** Says something; what was said before is counted, not shown. The same words are not said again. */
	void show(String iconName, String words, String label, Runnable then) {
		if (shown && words.equals(said)) {
			return;
		}
		more = shown ? more + 1 : 0;
		said = words;
		kind = iconName;
		icon.setImage(Icons.image(AlertStrip.class, iconName));
		text.setText((more > 0 ? NLS.bind(Messages.AlertStrip_more, words, Integer.toString(more)) : words).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		text.setToolTipText(words);
		offer.setText(label);
		action = then;
		shown(true);
	}

	/** Takes back what was said with this icon. */
	void withdraw(String iconName) {
		if (shown && iconName.equals(kind)) {
			hide();
		}
	}

	void hide() {
		shown(false);
	}

	private void shown(boolean visible) {
		shown = visible;
		((GridData) getLayoutData()).exclude = !visible;
		setVisible(visible);
		getParent().layout(true, true);
	}
}
