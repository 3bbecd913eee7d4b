package dev.benchtop.ui;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;

/** What failed, where, why in the tool's own words, and what to do next; all of it can be copied. */
final class ErrorDialog extends Dialog {

	private static final int WIDTH = 520;
	private static final int LINES = 8;
	private static final int COPY = IDialogConstants.CLIENT_ID;

	private final BenchException error;

	ErrorDialog(Shell parent, BenchException error) {
		super(parent);
		this.error = error;
		setShellStyle(SWT.TITLE | SWT.CLOSE | SWT.RESIZE | SWT.APPLICATION_MODAL | getDefaultOrientation());
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.ErrorDialog_title);
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(12, 10).applyTo(area);
		final var icon = new Label(area, SWT.NONE);
		icon.setImage(Icons.image("error")); //$NON-NLS-1$
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(icon);
		label(area, error.what() + '.').setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		error.where().ifPresent(where -> row(area, where));
		error.why().ifPresent(why -> words(area, why));
		error.next().ifPresent(next -> {
			final var hint = new Label(area, SWT.NONE);
			hint.setImage(Icons.image("hint")); //$NON-NLS-1$
			GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(hint);
			label(area, next);
		});
		return area;
	}

	private static void row(Composite area, String text) {
		new Label(area, SWT.NONE);
		label(area, text);
	}

	private static Label label(Composite area, String text) {
		final var label = new Label(area, SWT.WRAP);
		label.setText(text.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.BEGINNING).applyTo(label);
		return label;
	}

	private static void words(Composite area, String why) {
		new Label(area, SWT.NONE);
		final long lines = why.lines().count();
		final var text = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | (lines > LINES ? SWT.V_SCROLL | SWT.BORDER : SWT.NONE));
		text.setText(why);
		if (lines > 1) {
			text.setFont(JFaceResources.getTextFont());
		}
		text.setBackground(area.getBackground());
		final int height = lines > LINES ? text.getLineHeight() * LINES : SWT.DEFAULT;
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, height).applyTo(text);
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, COPY, Messages.ErrorDialog_copy, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setFocus();
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == COPY) {
			final var clipboard = new Clipboard(getShell().getDisplay());
			clipboard.setContents(new Object[] { error.getMessage() }, new Transfer[] { TextTransfer.getInstance() });
			clipboard.dispose();
		} else {
			super.buttonPressed(id);
		}
	}
}
