package dev.benchtop.ui.internal.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** Makes and changes board files: by form, as text, by import. On the UI thread. */
public final class BoardEditing {

	private static final String EXPORTER = "ExporterConfig"; //$NON-NLS-1$

	private BoardEditing() {
	}

	/** Opens the wizard of a new board; asks for a folder first where no bench is open. */
	public static void newBoard() {
		newBoard(Optional.empty());
	}

	/** Opens the wizard of a new board with something chosen already. */
	public static void newBoard(BoardTemplate proposal) {
		newBoard(Optional.of(proposal));
	}

	private static void newBoard(Optional<BoardTemplate> proposal) {
		folder().ifPresent(folder -> {
			final var dialog = new WizardDialog(shell(), new NewBoardWizard(folder, proposal));
			dialog.setPageSize(new Point(900, 560));
			dialog.open();
		});
	}

	/** Opens the form of a board. */
	public static void edit(Board board) {
		try {
			new EditBoardDialog(shell(), board, BenchEditor.open(board.file())).open();
		} catch (BenchException e) {
			Errors.show(e);
		}
	}

	/** Opens a file as text at a line; 0 for its beginning. */
	public static void editText(Path file, int line) {
		try {
			new TextDialog(shell(), file, line).open();
		} catch (IOException e) {
			Errors.show(BenchException.failed(NLS.bind(Messages.BoardEditing_unreadable, file.getFileName())).where(file.toString()).why(e).build());
		}
	}

	/** Copies an exporter file of Jumpstarter into the bench. */
	public static void importExporter() {
		final var dialog = new FileDialog(shell(), SWT.OPEN);
		dialog.setText(Messages.BoardEditing_importTitle);
		dialog.setFilterNames(new String[] { Messages.BoardEditing_importFilter });
		dialog.setFilterExtensions(new String[] { "*.yaml;*.yml" }); //$NON-NLS-1$
		final String chosen = dialog.open();
		if (chosen != null) {
			folder().ifPresent(folder -> Work.start(Messages.BoardEditing_importTitle, _ -> copy(Path.of(chosen), folder)));
		}
	}

	/** Lets the model read the bench again. */
	static void refresh() {
		Work.quietly(Messages.BoardEditing_refreshing, _ -> session().bench().ifPresent(Bench::refresh));
	}

	private static void copy(Path exporter, Path folder) throws BenchException {
		final Path file = folder.resolve(exporter.getFileName());
		try {
			if (!Files.readString(exporter).contains(EXPORTER)) {
				throw BenchException.usage(NLS.bind(Messages.BoardEditing_noExporter, exporter.getFileName())).where(exporter.toString())
						.next(Messages.BoardEditing_noExporterNext).build();
			}
			Files.copy(exporter, file);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.BoardEditing_notImported, exporter.getFileName())).where(file.toString()).why(e).build();
		}
		session().bench().ifPresent(Bench::refresh);
	}

	private static Optional<Path> folder() {
		return session().bench().map(Bench::folder).or(BoardEditing::chooseFolder);
	}

	private static Optional<Path> chooseFolder() {
		final var dialog = new DirectoryDialog(shell());
		dialog.setText(Messages.BoardEditing_folderTitle);
		dialog.setMessage(Messages.BoardEditing_folderMessage);
		final Optional<Path> folder = Optional.ofNullable(dialog.open()).map(Path::of);
		folder.ifPresent(session()::open);
		return folder;
	}

	private static BenchSession session() {
		return PlatformUI.getWorkbench().getService(BenchSession.class);
	}

	private static Shell shell() {
		return Errors.shell();
	}
}
