package dev.benchtop.ui.display;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.Picture;
import dev.benchtop.ui.Work;

/** Asks for a file and saves what a screen shows in it. */
final class PictureFile {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("-yyyyMMdd-HHmmss"); //$NON-NLS-1$

	private PictureFile() {
	}

	/** The picture is that of the moment in which it was asked for. On the UI thread. */
	static void save(Shell shell, String board, Framebuffer screen) {
		final var picture = Picture.of(screen);
		final var dialog = new FileDialog(shell, SWT.SAVE);
		dialog.setText(Messages.PictureFile_title);
		dialog.setFilterExtensions(new String[] {"*.png"}); //$NON-NLS-1$
		dialog.setFileName(board + TIME.format(LocalDateTime.now()) + ".png"); //$NON-NLS-1$
		dialog.setOverwrite(true);
		final String chosen = dialog.open();
		if (chosen != null) {
			Work.quietly(Messages.PictureFile_saving, _ -> picture.save(Path.of(chosen)));
		}
	}
}
