package dev.benchtop.ui.internal;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.ui.Icons;

/** Asks what happens to boards that are on. */
final class QuitDialog extends Dialog {

	private static final int WIDTH = 420;
	private static final int SWITCH_OFF = IDialogConstants.CLIENT_ID;

	private final String what;
	private final String text;
	private OnQuit answer = OnQuit.ASK;
	private boolean remember;

	QuitDialog(Shell parent, String what, String text) {
		super(parent);
		this.what = what;
		this.text = text;
	}

	/** What the user chose; {@link OnQuit#ASK} where the window is to stay. */
	OnQuit answer() {
		return answer;
	}

	boolean remember() {
		return remember;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.Quitting_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 8).applyTo(area);
		final var icon = new Label(area, SWT.NONE);
		icon.setImage(Icons.image("question")); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 3).applyTo(icon);
		wrapped(area, what).setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		wrapped(area, text);
		final var check = new Button(area, SWT.CHECK);
		check.setText(Messages.Quitting_remember);
		check.addListener(SWT.Selection, _ -> remember = check.getSelection());
		return area;
	}

	private static Label wrapped(Composite area, String words) {
		final var label = new Label(area, SWT.WRAP);
		label.setText(words);
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, SWITCH_OFF, Messages.Quitting_switchOff, false);
		createButton(parent, IDialogConstants.CANCEL_ID, Messages.Quitting_cancel, false);
		createButton(parent, IDialogConstants.OK_ID, Messages.Quitting_leaveOn, true).setFocus();
	}

	@Override
	protected void buttonPressed(int id) {
		answer = switch (id) {
			case IDialogConstants.OK_ID -> OnQuit.LEAVE_ON;
			case SWITCH_OFF -> OnQuit.SWITCH_OFF;
			default -> OnQuit.ASK;
		};
		close();
	}
}
