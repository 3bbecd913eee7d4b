package dev.benchtop.ui.internal.forms;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.ConfigSchema.Field;
import dev.benchtop.core.driver.ConfigSchema.Kind;
import dev.benchtop.ui.internal.forms.EntriesField.Entry;

/** Edits one entry of a map or list. */
final class EntryDialog extends Dialog {

	private static final int WIDTH = 420;

	private final Field field;
	private final boolean named;
	private final Entry before;
	private final FormContext context;
	private ConfigForm form;
	private Text name;
	private Label problem;
	private Entry entry;

	EntryDialog(Shell parent, Field field, boolean named, Entry before, FormContext context) {
		super(parent);
		this.field = field;
		this.named = named;
		this.before = before;
		this.context = new FormContext(context.folder(), context.secretPrefix(), _ -> { }, this::validate);
	}

	Entry entry() {
		return entry;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(field.label());
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(18, 16).spacing(0, 8).applyTo(area);
		if (named) {
			final var row = new Composite(area, SWT.NONE);
			GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(row);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
			new Label(row, SWT.NONE).setText(Messages.EntryDialog_name);
			name = new Text(row, SWT.BORDER);
			name.setText(before.name());
			name.addModifyListener(_ -> validate());
			GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
		}
		final Field element = field.element().orElseThrow();
		if (element.kind() == Kind.RECORD) {
			form = new ConfigForm(area, element.nested().orElseThrow(), ConfigForm.map(Optional.ofNullable(before.value())), context);
		} else {
			final Map<String, Object> values = before.value() == null ? Map.of() : Map.of(element.key(), before.value());
			form = new ConfigForm(area, new ConfigSchema(List.of(element)), values, context);
		}
		problem = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(problem);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		validate();
	}

	private void validate() {
		final var ok = getButton(IDialogConstants.OK_ID);
		if (ok == null) {
			return;
		}
		final Optional<String> wrong = named && name.getText().isBlank() ? Optional.of(Messages.EntryDialog_noName)
				: form.findings().stream().findFirst();
		problem.setText(wrong.orElse("")); //$NON-NLS-1$
		problem.requestLayout();
		ok.setEnabled(wrong.isEmpty());
	}

	@Override
	protected void okPressed() {
		final Field element = field.element().orElseThrow();
		final Object value = element.kind() == Kind.RECORD ? form.values() : form.values().getOrDefault(element.key(), element.defaultValue());
		entry = new Entry(named ? name.getText().strip() : "", value); //$NON-NLS-1$
		super.okPressed();
	}
}
