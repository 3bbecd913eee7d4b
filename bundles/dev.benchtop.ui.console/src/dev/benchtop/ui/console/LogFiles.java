package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.window.IShellProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.FileDialog;

import dev.benchtop.core.bench.NodeState.Level;

/** The file of a console's log: shown by the desktop, or saved elsewhere. On the UI thread. */
final class LogFiles {

	private final IShellProvider shell;
	private final Supplier<Optional<Path>> file;
	private final Consumer<Notice> notice;

	/** Of the log that there is; {@code notice} shows what went wrong. */
	LogFiles(IShellProvider shell, Supplier<Optional<Path>> file, Consumer<Notice> notice) {
		this.shell = shell;
		this.file = file;
		this.notice = notice;
	}

	/** Opens it in the program that the desktop has for it. */
	void show() {
		file.get().ifPresent(this::launch);
	}

	/** Opens its folder in the desktop's file manager. */
	void showFolder() {
		file.get().map(Path::getParent).ifPresent(this::launch);
	}

	private void launch(Path path) {
		if (!Program.launch(path.toString())) {
			notice.accept(new Notice(Level.WARNING, NLS.bind(Messages.LogFiles_noProgram, path)));
		}
	}

	/** Copies what is in it now to a file that the person names; {@code title} is that of the tab. */
	void save(String title) {
		final var dialog = new FileDialog(shell.getShell(), SWT.SAVE);
		dialog.setText(Messages.LogFiles_save);
		dialog.setFileName(title.replaceAll("[^A-Za-z0-9._-]+", "-") + ".log"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		dialog.setFilterExtensions(new String[] {"*.log", "*"}); //$NON-NLS-1$ //$NON-NLS-2$
		dialog.setOverwrite(true);
		final String chosen = dialog.open();
		if (chosen != null) {
			file.get().ifPresent(log -> SavedLog.save(log, Path.of(chosen)));
		}
	}
}
