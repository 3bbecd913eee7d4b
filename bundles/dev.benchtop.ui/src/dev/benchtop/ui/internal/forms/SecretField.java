package dev.benchtop.ui.internal.forms;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.SecretStore;
import dev.benchtop.core.driver.ConfigSchema.Field;

/** A secret: what is typed goes to the store, and the file only names it. */
final class SecretField extends FieldEditor {

	private final Text text;
	private final Optional<String> written;

	SecretField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		written = value.filter(known -> !(known instanceof Secret)).map(Scalar::text);
		label(parent);
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		text = new Text(row, SWT.BORDER | SWT.PASSWORD);
		value.filter(Secret.class::isInstance).ifPresent(proposed -> text.setText(((Secret) proposed).reveal()));
		text.setMessage(written.isPresent() ? Messages.SecretField_unchanged : Messages.SecretField_empty);
		text.addModifyListener(_ -> changed());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		final char hidden = text.getEchoChar();
		final var show = new Button(row, SWT.TOGGLE);
		show.setText(Messages.SecretField_show);
		show.setToolTipText(Messages.SecretField_showTooltip);
		show.addListener(SWT.Selection, _ -> text.setEchoChar(show.getSelection() ? '\0' : hidden));
		dress(text);
	}

	@Override
	Optional<Object> value() {
		return text.getText().isEmpty() ? written.map(Object.class::cast) : Optional.of("${secret:" + name() + '}'); //$NON-NLS-1$
	}

	/** Puts what was typed into the store. */
	void store() throws BenchException {
		if (!text.getText().isEmpty()) {
			PlatformUI.getWorkbench().getService(SecretStore.class).set(name(), new Secret(text.getText()));
		}
	}

	private String name() {
		return context().secretPrefix().get() + '.' + field().key();
	}
}
