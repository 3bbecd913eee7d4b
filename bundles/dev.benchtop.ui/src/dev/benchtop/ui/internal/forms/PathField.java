package dev.benchtop.ui.internal.forms;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.driver.ConfigSchema.Field;

/** A file, chosen or typed; what lies below the bench is written relative to it. */
final class PathField extends FieldEditor {

	private final Text text;

	PathField(Composite parent, Field field, Optional<Object> value, FormContext context) {
		super(field, context);
		label(parent);
		final var row = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		text = new Text(row, SWT.BORDER);
		text.setText(value.map(Scalar::text).orElse("")); //$NON-NLS-1$
		text.setMessage(field.defaultValue());
		text.addModifyListener(_ -> changed());
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(text);
		final var browse = new Button(row, SWT.PUSH);
		browse.setText(Messages.PathField_browse);
		browse.addListener(SWT.Selection, _ -> browse());
		dress(text);
	}

	private void browse() {
		final var dialog = new FileDialog(text.getShell(), SWT.OPEN);
		dialog.setText(field().label());
		dialog.setFilterPath(context().folder().toString());
		final String chosen = dialog.open();
		if (chosen != null) {
			final Path path = Path.of(chosen);
			text.setText(path.startsWith(context().folder()) ? "./" + context().folder().relativize(path) : chosen); //$NON-NLS-1$
		}
	}

	@Override
	Optional<Object> value() {
		final String stripped = text.getText().strip();
		return stripped.isEmpty() || stripped.equals(field().defaultValue()) ? Optional.empty() : Optional.of(stripped);
	}
}
