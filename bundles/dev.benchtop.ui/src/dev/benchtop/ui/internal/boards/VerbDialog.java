package dev.benchtop.ui.internal.boards;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.driver.ConfigSchema;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.internal.Preferences;

/** Asks before a verb runs: names what is interrupted or lost, takes what the verb asks for, shows the line that does the same. */
final class VerbDialog extends Dialog {

	private static final int WIDTH = 440;

	private final List<NodeVerb> verbs;
	private final Verb verb;
	private final Map<String, Text> fields = new LinkedHashMap<>();
	private final Map<String, Object> values = new LinkedHashMap<>();
	private Label problem;
	private CommandLine line;
	private Button ask;

	VerbDialog(Shell parent, List<NodeVerb> verbs) {
		super(parent);
		this.verbs = verbs;
		this.verb = verbs.getFirst().verb();
	}

	Map<String, Object> values() {
		return Map.copyOf(values);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(verb.label());
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 8).applyTo(area);
		final var icon = new Label(area, SWT.NONE);
		icon.setImage(Icons.image(verb.danger() == Danger.NONE ? "question" : "warning")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 2).applyTo(icon);
		wrapped(area, NLS.bind(Messages.VerbDialog_question, verb.label(), names())).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		wrapped(area, consequence());
		fields(area);
		problem = new Label(area, SWT.WRAP);
		GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(problem);
		if (verb.danger() == Danger.INTERRUPTS) {
			ask = new Button(area, SWT.CHECK);
			ask.setText(Messages.VerbDialog_ask);
			ask.setSelection(Preferences.confirmInterrupts());
			GridDataFactory.fillDefaults().span(2, 1).applyTo(ask);
		}
		line = CommandLine.create(area, ""); //$NON-NLS-1$
		return area;
	}

	private String names() {
		return verbs.stream().map(each -> Nodes.address(each.node())).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	private String consequence() {
		final String boards = verbs.stream().map(each -> each.node().board().name()).distinct().collect(Collectors.joining(", ")); //$NON-NLS-1$
		return switch (verb.danger()) {
			case NONE -> ""; //$NON-NLS-1$
			case INTERRUPTS -> NLS.bind(Messages.VerbDialog_interrupts, boards);
			case DESTROYS -> verb.loss().isEmpty() ? NLS.bind(Messages.VerbDialog_destroys, names()) : verb.loss();
		};
	}

	private static Label wrapped(Composite area, String text) {
		final var label = new Label(area, SWT.WRAP);
		label.setText(text);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).exclude(text.isEmpty()).applyTo(label);
		return label;
	}

	private void fields(Composite area) {
		if (verb.parameters().isEmpty()) {
			return;
		}
		final var rows = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(rows);
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(rows);
		verb.parameters().forEach(parameter -> field(rows, parameter));
	}

	private void field(Composite rows, Verb.Parameter parameter) {
		final var label = new Label(rows, SWT.NONE);
		label.setText(NLS.bind(Messages.VerbDialog_label, parameter.label()));
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
		final var text = new Text(rows, SWT.BORDER);
		text.setText(parameter.value());
		text.addModifyListener(_ -> validate());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		fields.put(parameter.id(), text);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, verb.label(), true).setFocus();
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
		fields.values().stream().findFirst().ifPresent(first -> {
			first.setFocus();
			first.selectAll();
		});
		validate();
	}

	private void validate() {
		values.clear();
		String message = ""; //$NON-NLS-1$
		for (final var parameter : verb.parameters()) {
			try {
				values.put(parameter.id(), ConfigSchema.parseValue(parameter.type(), fields.get(parameter.id()).getText()));
			} catch (IllegalArgumentException e) {
				message = NLS.bind(Messages.VerbDialog_problem, parameter.label(), e.getMessage());
			}
		}
		problem.setText(message);
		((org.eclipse.swt.layout.GridData) problem.getLayoutData()).exclude = message.isEmpty();
		problem.setVisible(!message.isEmpty());
		problem.requestLayout();
		getButton(IDialogConstants.OK_ID).setEnabled(message.isEmpty());
		line.set(VerbRunner.commandLine(verbs, values));
	}

	@Override
	protected void okPressed() {
		if (ask != null) {
			Preferences.confirmInterrupts(ask.getSelection());
		}
		super.okPressed();
	}
}
