package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;

/** Yes or no. */
final class CheckField extends FieldEditor {

	private final Button button;
	private final boolean standard;

	CheckField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		standard = isTrue(field.defaultValue());
		new Label(parent, SWT.NONE);
		button = new Button(parent, SWT.CHECK);
		button.setText(field.label());
		button.setSelection(value.map(Scalar::text).map(CheckField::isTrue).orElse(standard));
		button.addListener(SWT.Selection, _ -> changed());
		GridDataFactory.fillDefaults().applyTo(button);
		dress(button);
	}

	private static boolean isTrue(String text) {
		try {
			return !text.isEmpty() && (Boolean) ConfigSchema.parseValue(boolean.class, text);
		} catch (IllegalArgumentException _) {
			return false;
		}
	}

	@Override
	Optional<Object> value() {
		return button.getSelection() == standard ? Optional.empty() : Optional.of(button.getSelection());
	}
}
