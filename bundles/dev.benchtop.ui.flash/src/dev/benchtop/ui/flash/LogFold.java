package dev.benchtop.ui.flash;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The log of a task, folded at first. */
final class LogFold extends Composite {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault()); //$NON-NLS-1$

	private final Text text;
	private FlashTask task;
	private int shown;

	LogFold(Composite parent) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
		final var toggle = new Button(this, SWT.TOGGLE | SWT.FLAT);
		toggle.setText(Messages.FlashRunPanel_log);
		text = new Text(this, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
		text.setFont(JFaceResources.getTextFont());
		GridDataFactory.fillDefaults().grab(true, true).hint(320, 110).exclude(true).applyTo(text);
		text.setVisible(false);
		toggle.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> fold(!toggle.getSelection())));
	}

	void show(FlashTask followed) {
		task = followed;
		shown = 0;
		text.setText(""); //$NON-NLS-1$
		catchUp();
	}

	/** Shows what was said since. */
	void catchUp() {
		for (final var line : task.log(shown)) {
			text.append(TIME.format(line.time()) + "  " + line.text() + '\n'); //$NON-NLS-1$
			shown++;
		}
	}

	private void fold(boolean folded) {
		text.setVisible(!folded);
		((GridData) text.getLayoutData()).exclude = folded;
		getParent().layout(true, true);
	}
}
