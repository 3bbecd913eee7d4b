package dev.benchtop.ui.flash;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.ui.flash.FlashTask.Stage;

/** Follows one task in a window of its own; closing it leaves the task running. */
final class FlashWindow extends Dialog {

	private final FlashRoom room;
	private final FlashTask task;
	private Button close;

	FlashWindow(Shell parent, FlashRoom room, FlashTask task) {
		super(parent);
		this.room = room;
		this.task = task;
		setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | SWT.MODELESS);
		setBlockOnOpen(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(FlashWords.title(task.order()));
	}

	@Override
	protected Point getInitialSize() {
		return new Point(760, 500);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var panel = new FlashRunPanel(parent, room);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(panel);
		panel.show(task);
		return panel;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		close = createButton(parent, IDialogConstants.CLOSE_ID, Messages.FlashWindow_background, true);
		name();
	}

	@Override
	protected void buttonPressed(int buttonId) {
		close();
	}

	private void name() {
		if (close.isDisposed()) {
			return;
		}
		if (task.stage() == Stage.ENDED) {
			close.setText(Messages.FlashWindow_close);
			setButtonLayoutData(close);
			close.getParent().requestLayout();
		} else {
			close.getDisplay().timerExec(100, this::name);
		}
	}
}
