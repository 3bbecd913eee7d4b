package dev.benchtop.ui.flash;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/** The wizard's dialog: its last button says what it does. */
final class FlashWizardDialog extends WizardDialog {

	private static final int WIDTH = 640;
	private static final int HEIGHT = 400;

	FlashWizardDialog(Shell parent, FlashWizard wizard) {
		super(parent, wizard);
		setPageSize(WIDTH, HEIGHT);
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.APPLICATION_MODAL);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		super.createButtonsForButtonBar(parent);
		getButton(IDialogConstants.FINISH_ID).setText(Messages.FlashWizard_flash);
	}
}
