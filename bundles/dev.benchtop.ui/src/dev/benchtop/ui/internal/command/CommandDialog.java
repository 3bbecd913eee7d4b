package dev.benchtop.ui.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.ShellWords;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Work;

/** A command line as it is, and as a script; both can be copied, and the script saved. */
final class CommandDialog extends Dialog {

	private static final int WIDTH = 760;
	private static final int LINES = 22;
	private static final int COPY = IDialogConstants.CLIENT_ID;
	private static final int SAVE = IDialogConstants.CLIENT_ID + 1;
	private static final String NEXT = " \\\n  "; //$NON-NLS-1$

	private final String board;
	private final String line;
	private final String script;
	private Text text;

	CommandDialog(Shell parent, String board, List<String> words, String script) {
		super(parent);
		this.board = board;
		this.line = folded(words);
		this.script = script;
		setShellStyle(SWT.TITLE | SWT.CLOSE | SWT.RESIZE | SWT.APPLICATION_MODAL | getDefaultOrientation());
	}

	/** As a shell takes it, with every option on a line of its own. */
	private static String folded(List<String> words) {
		final var all = new StringBuilder(ShellWords.quoted(words.getFirst()));
		for (final String word : words.subList(1, words.size())) {
			all.append(word.startsWith("-") ? NEXT : " ").append(ShellWords.quoted(word)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return all.toString();
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(NLS.bind(Messages.CommandDialog_title, board));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		final var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(18, 16).spacing(0, 6).applyTo(area);
		choice(area, Messages.CommandDialog_line, line).setSelection(true);
		choice(area, Messages.CommandDialog_script, script);
		text = new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
		text.setFont(JFaceResources.getTextFont());
		text.setText(line);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, text.getLineHeight() * LINES).applyTo(text);
		return area;
	}

	private Button choice(Composite area, String label, String shown) {
		final var button = new Button(area, SWT.RADIO);
		button.setText(label);
		button.addListener(SWT.Selection, _ -> {
			if (button.getSelection()) {
				text.setText(shown);
			}
		});
		return button;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, COPY, Messages.CommandDialog_copy, false);
		createButton(parent, SAVE, Messages.CommandDialog_save, false);
		createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true).setFocus();
	}

	@Override
	protected void buttonPressed(int id) {
		switch (id) {
			case COPY -> CommandLine.copy(text.getText(), text);
			case SAVE -> save();
			default -> super.buttonPressed(id);
		}
	}

	private void save() {
		final var dialog = new FileDialog(getShell(), SWT.SAVE);
		dialog.setFileName(board + ".sh"); //$NON-NLS-1$
		dialog.setOverwrite(true);
		final String chosen = dialog.open();
		if (chosen != null) {
			Work.quietly(NLS.bind(Messages.CommandDialog_title, board), _ -> write(Path.of(chosen)));
		}
	}

	private void write(Path file) throws BenchException {
		try {
			Files.writeString(file, script);
			if (!file.toFile().setExecutable(true)) {
				throw new IOException(file.toString());
			}
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.CommandDialog_notSaved, file)).why(e).build();
		}
	}
}
