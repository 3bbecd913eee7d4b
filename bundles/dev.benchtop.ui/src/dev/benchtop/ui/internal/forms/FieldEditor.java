package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.driver.ConfigSchema.Field;

/** The controls of one key of a form: a label and whatever fits its kind, in a composite of two columns. */
abstract class FieldEditor {

	private final Field field;
	private final FormContext context;

	FieldEditor(Field field, FormContext context) {
		this.field = field;
		this.context = context;
	}

	/** The value as it is written in a bench file; empty where the key is to be left out. */
	abstract Optional<Object> value();

	/** What is wrong with it, without the key. */
	Optional<String> problem() {
		return field.required() && value().isEmpty() ? Optional.of(Messages.FieldEditor_required) : Optional.empty();
	}

	/** What is wrong with it, naming the key. */
	final Optional<String> finding() {
		return problem().map(problem -> NLS.bind(Messages.FieldEditor_finding, field.label(), problem));
	}

	final Field field() {
		return field;
	}

	final FormContext context() {
		return context;
	}

	final void changed() {
		context.onChange().run();
	}

	final Label label(Composite parent) {
		final var label = new Label(parent, SWT.NONE);
		label.setText(NLS.bind(field.required() ? Messages.FieldEditor_requiredLabel : Messages.FieldEditor_label, field.label()));
		label.setToolTipText(tooltip());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
		return label;
	}

	/** The help, and how the key is called in the file. */
	final String tooltip() {
		final String key = NLS.bind(Messages.FieldEditor_key, field.key());
		return field.help().isBlank() ? key : field.help() + '\n' + key;
	}

	/** Hangs tooltip and name for assistive technology on the control that takes the input. */
	final void dress(Control control) {
		control.setToolTipText(tooltip());
		control.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {
			@Override
			public void getName(org.eclipse.swt.accessibility.AccessibleEvent event) {
				event.result = field.label();
			}

			@Override
			public void getHelp(org.eclipse.swt.accessibility.AccessibleEvent event) {
				event.result = field.help();
			}
		});
		control.addListener(SWT.FocusIn, _ -> context.help().accept(field));
	}
}
