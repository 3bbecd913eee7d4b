package dev.benchtop.ui.internal.forms;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;

import dev.benchtop.core.driver.ConfigSchema.Field;

/** A record inside a record: a form in a frame. */
final class RecordField extends FieldEditor {

	private final ConfigForm form;

	RecordField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		final var group = new Group(parent, SWT.NONE);
		group.setText(field.label());
		group.setToolTipText(tooltip());
		GridLayoutFactory.fillDefaults().margins(8, 6).applyTo(group);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(group);
		form = new ConfigForm(group, field.nested().orElseThrow(), ConfigForm.map(value), context);
	}

	@Override
	Optional<Object> value() {
		final Map<String, Object> values = form.values();
		return values.isEmpty() ? Optional.empty() : Optional.of(values);
	}

	@Override
	Optional<String> problem() {
		return field().required() || value().isPresent() ? form.findings().stream().findFirst().or(super::problem) : Optional.empty();
	}

	ConfigForm form() {
		return form;
	}
}
