package dev.benchtop.ui.internal.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.driver.ConfigSchema.Field;

/** One of a closed set; the first entry leaves the key out. */
final class ChoiceField extends FieldEditor {

	private final Combo combo;
	private final List<String> choices;

	ChoiceField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		label(parent);
		final String current = value.map(Scalar::text).orElse(""); //$NON-NLS-1$
		choices = current.isEmpty() || field.choices().contains(current) ? field.choices()
				: Stream.concat(field.choices().stream(), Stream.of(current)).toList();
		combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
		combo.add(field.defaultValue().isEmpty() ? Messages.ChoiceField_none : NLS.bind(Messages.ChoiceField_default, field.defaultValue()));
		choices.forEach(combo::add);
		combo.select(choices.indexOf(current) + 1);
		combo.addListener(SWT.Selection, _ -> changed());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
		WheelOver.scrolls(combo);
		dress(combo);
	}

	@Override
	Optional<Object> value() {
		final int index = combo.getSelectionIndex();
		return index <= 0 ? Optional.empty() : Optional.of(choices.get(index - 1));
	}
}
