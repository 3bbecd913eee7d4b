package dev.benchtop.ui.storage;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.CommandLine;

/** Tells something of one file or folder, and the line that does the same; what it still waits for ends when it is closed. */
abstract class TargetDialog extends Dialog {

	final StorageRoom room;
	final Target target;
	final CancelToken token = new CancelToken();
	private final String title;

	/** @param title with {@code {0}} for the name of the target */
	TargetDialog(Shell parent, StorageRoom room, Target target, String title) {
		super(parent);
		this.room = room;
		this.target = target;
		this.title = title;
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(title, target.place().name()));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(16, 14).spacing(10, 10).applyTo(area);
		fill(area);
		return area;
	}

	/** Fills the area, which has one column. */
	abstract void fill(Composite area);

	/** Puts the line that does the same below. */
	static CommandLine line(Composite area, String words) {
		final var row = new Composite(area, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		return CommandLine.create(row, words);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CLOSE_LABEL, true);
	}

	@Override
	public boolean close() {
		token.cancel();
		return super.close();
	}
}
