package dev.benchtop.ui.internal;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.ui.QuestionDialog;

/** Asks what happens to boards that are on. */
final class QuitDialog extends QuestionDialog {

	private static final int SWITCH_OFF = IDialogConstants.CLIENT_ID;

	private final String text;
	private OnQuit answer = OnQuit.ASK;
	private boolean remember;

	QuitDialog(Shell parent, String what, String text) {
		super(parent, Messages.Quitting_title, "question", what); //$NON-NLS-1$
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
	protected void fill(Composite words) {
		line(words, text);
		final var check = new Button(words, SWT.CHECK);
		check.setText(Messages.Quitting_remember);
		check.addListener(SWT.Selection, _ -> remember = check.getSelection());
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
