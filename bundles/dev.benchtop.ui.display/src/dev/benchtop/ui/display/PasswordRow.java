package dev.benchtop.ui.display;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.Secret;
import dev.benchtop.ui.display.Notice.Question;

/** Where the password of a display is typed. */
final class PasswordRow {

	private static final int WIDTH = 220;

	private final Composite control;
	private final Text text;
	private final Button keep;
	private final Button connect;
	private Optional<Question> question = Optional.empty();

	PasswordRow(Composite parent) {
		control = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(control);
		text = new Text(control, SWT.BORDER | SWT.PASSWORD);
		text.setMessage(Messages.PasswordRow_password);
		GridDataFactory.fillDefaults().hint(WIDTH, SWT.DEFAULT).grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		connect = new Button(control, SWT.PUSH);
		keep = new Button(control, SWT.CHECK);
		keep.setText(Messages.PasswordRow_keep);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(keep);
		text.addListener(SWT.DefaultSelection, _ -> answer());
		text.addModifyListener(_ -> connect.setEnabled(!text.getText().isEmpty()));
		connect.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> answer()));
	}

	Composite control() {
		return control;
	}

	/** Asks, or hides where there is nothing to ask; what was typed before is gone. */
	void ask(Optional<Question> next) {
		question = next;
		text.setText(""); //$NON-NLS-1$
		connect.setEnabled(false);
		next.ifPresent(asked -> connect.setText(asked.label()));
		control.setVisible(next.isPresent());
		((GridData) control.getLayoutData()).exclude = next.isEmpty();
	}

	private void answer() {
		if (!text.getText().isEmpty()) {
			final var password = new Secret(text.getText());
			question.ifPresent(asked -> asked.answer().accept(password, keep.getSelection()));
		}
	}
}
