package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;

/** A text, number, size or duration on one line; with proposals, where there are some. The default shows while it is empty. */
final class TextField extends FieldEditor {

	private static final int SHORT = 120;

	private final Control control;
	private String text;

	TextField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		label(parent);
		text = value.map(Scalar::text).orElse(""); //$NON-NLS-1$
		control = field.proposals().isEmpty() ? text(parent) : combo(parent);
		dress(control);
	}

	private Control text(Composite parent) {
		final var input = new Text(parent, SWT.BORDER);
		input.setText(text);
		input.setMessage(field().defaultValue());
		input.addModifyListener(_ -> set(input.getText()));
		final boolean narrow = field().kind() != Kind.TEXT;
		GridDataFactory.fillDefaults().grab(!narrow, false).align(narrow ? SWT.BEGINNING : SWT.FILL, SWT.CENTER)
				.hint(SHORT, SWT.DEFAULT).applyTo(input);
		return input;
	}

	private Control combo(Composite parent) {
		final var input = new Combo(parent, SWT.DROP_DOWN);
		input.setItems(field().proposals().toArray(String[]::new));
		input.setText(text.isEmpty() ? field().defaultValue() : text);
		input.addModifyListener(_ -> set(input.getText()));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(2 * SHORT, SWT.DEFAULT).applyTo(input);
		WheelOver.scrolls(input);
		return input;
	}

	private void set(String now) {
		text = now;
		changed();
	}

	@Override
	Optional<Object> value() {
		final String stripped = text.strip();
		return stripped.isEmpty() || stripped.equals(field().defaultValue()) ? Optional.empty() : Optional.of(stripped);
	}

	@Override
	Optional<String> problem() {
		return super.problem().or(() -> Scalar.problem(field(), text.strip()));
	}
}
