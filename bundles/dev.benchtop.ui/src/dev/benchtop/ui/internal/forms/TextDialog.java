package dev.benchtop.ui.internal.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.Bullet;
import org.eclipse.swt.custom.ST;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.internal.Homes;

/** A bench file as text, with line numbers. */
final class TextDialog extends Dialog {

	private static final Point SIZE = new Point(820, 620);
	private static final int GUTTER = 40;
	private static final int SYSTEM_EDITOR = IDialogConstants.CLIENT_ID;

	private final Path file;
	private final int line;
	private final String before;
	private StyledText text;

	TextDialog(Shell parent, Path file, int line) throws IOException {
		super(parent);
		this.file = file;
		this.line = line;
		this.before = Files.readString(file);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Point getInitialSize() {
		return SIZE;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(file.getFileName().toString());
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(12, 10).spacing(0, 6).applyTo(area);
		new Label(area, SWT.NONE).setText(Homes.shorten(file));
		text = new StyledText(area, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setTabs(2);
		text.setMargins(4, 4, 4, 4);
		text.addLineStyleListener(event -> {
			final var style = new StyleRange();
			style.metrics = new GlyphMetrics(0, 0, GUTTER);
			style.foreground = text.getDisplay().getSystemColor(SWT.COLOR_WIDGET_NORMAL_SHADOW);
			event.bullet = new Bullet(ST.BULLET_NUMBER, style);
			event.bulletIndex = text.getLineAtOffset(event.lineOffset);
		});
		text.setText(before);
		text.addModifyListener(_ -> text.redraw());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
		text.getDisplay().asyncExec(this::reveal);
		return area;
	}

	private void reveal() {
		if (!text.isDisposed()) {
			text.setFocus();
			if (line > 0 && line <= text.getLineCount()) {
				final int start = text.getOffsetAtLine(line - 1);
				text.setSelection(start, start + text.getLine(line - 1).length());
				text.setTopIndex(Math.max(0, line - 10));
			}
		}
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, SYSTEM_EDITOR, Messages.TextDialog_systemEditor, false);
		createButton(parent, IDialogConstants.OK_ID, Messages.EditBoardDialog_save, false);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == SYSTEM_EDITOR) {
			Program.launch(file.toString());
		} else {
			super.buttonPressed(id);
		}
	}

	@Override
	protected void okPressed() {
		try {
			save();
		} catch (BenchException e) {
			Errors.show(e);
			return;
		}
		BoardEditing.refresh();
		super.okPressed();
	}

	private void save() throws BenchException {
		try {
			if (!Files.readString(file).equals(before)) {
				throw BenchException.failed(NLS.bind(Messages.TextDialog_changed, file.getFileName())).where(file.toString())
						.next(Messages.TextDialog_changedNext).build();
			}
			final Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".part"); //$NON-NLS-1$ //$NON-NLS-2$
			Files.writeString(part, text.getText());
			Files.setPosixFilePermissions(part, Files.getPosixFilePermissions(file));
			Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.TextDialog_notSaved, file.getFileName())).where(file.toString()).why(e).build();
		}
	}
}
