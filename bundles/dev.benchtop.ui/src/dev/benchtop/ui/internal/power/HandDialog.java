package dev.benchtop.ui.internal.power;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.ui.QuestionDialog;

/** Something that is to be done by hand; opening it does not block, for several boards may ask at once. */
final class HandDialog extends QuestionDialog {

	HandDialog(Shell parent, String place, String request) {
		super(parent, place, "question", request); //$NON-NLS-1$
		setBlockOnOpen(false);
		setReturnCode(CANCEL);
	}

	@Override
	protected void fill(Composite words) {
		line(words, Messages.HandDialog_wait);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID, Messages.HandDialog_done, true);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}
}
