package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.CommandLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** What the actions do. On the UI thread; what takes long goes on in the background. */
final class Operations {

	private final StorageRoom room;
	private final Actions.View view;

	Operations(StorageRoom room, Actions.View view) {
		this.room = room;
		this.view = view;
	}

	void newFolder(Chosen chosen) {
		final Place folder = chosen.folder().orElseThrow();
		final var dialog = new InputDialog(Errors.shell(), Messages.NewFolder_title, NLS.bind(Messages.NewFolder_message, folder.text()),
				Messages.NewFolder_proposal, NewName::problem);
		if (dialog.open() == Window.OK) {
			final String name = dialog.getValue().strip();
			Work.quietly(Messages.NewFolder_title, _ -> {
				try {
					final Path path = room.open(folder).path().resolve(name);
					if (Files.exists(path)) {
						throw new FileAlreadyExistsException(path.toString());
					}
					Files.createDirectory(path);
				} catch (IOException e) {
					throw Failures.of(Messages.NewFolder_failed, folder.child(name), e);
				}
				refresh(folder, Optional.of(name));
			});
		}
	}

	/** Gives a file or folder another name. */
	static void rename(StorageRoom room, Actions.View view, Target target, String name) {
		Work.quietly(Messages.Rename_title, _ -> {
			final Place place = target.place();
			try {
				final Path path = room.open(place).path();
				final Path to = path.resolveSibling(name);
				if (Files.exists(to) && !Files.isSameFile(path, to)) {
					throw new FileAlreadyExistsException(to.toString());
				}
				Files.move(path, to);
			} catch (IOException e) {
				throw Failures.of(NLS.bind(Messages.Rename_failed, "{0}", name), place, e); //$NON-NLS-1$
			}
			room.display().asyncExec(() -> view.refresh(place.parent().orElse(place), Optional.of(name)));
		});
	}

	void delete(Chosen chosen) {
		final var dialog = new DeleteDialog(Errors.shell(), room, chosen.targets());
		if (dialog.open() != Window.OK) {
			return;
		}
		final Place folder = chosen.first().place().parent().orElseThrow();
		Work.start(NLS.bind(Messages.Delete_working, folder.text()), progress -> {
			try {
				for (final var target : chosen.targets()) {
					try {
						TreeWork.delete(room, target, progress.token(), path -> progress.message(path.toString()));
					} catch (IOException e) {
						throw Failures.of(Messages.Delete_failed, target.place(), e);
					}
				}
			} finally {
				refresh(folder, Optional.empty());
			}
		});
	}

	void upload(Chosen chosen) {
		final var dialog = new FileDialog(Errors.shell(), SWT.OPEN | SWT.MULTI);
		dialog.setText(NLS.bind(Messages.Upload_title, chosen.folder().orElseThrow().text()));
		if (dialog.open() != null) {
			final Path folder = Path.of(dialog.getFilterPath());
			new Arrival(room, chosen.folder().orElseThrow(), false)
					.of(Arrays.stream(dialog.getFileNames()).map(name -> folder.resolve(name).toString()).toList());
		}
	}

	void download(Chosen chosen) {
		final var dialog = new DirectoryDialog(Errors.shell());
		dialog.setText(Messages.Download_title);
		dialog.setMessage(NLS.bind(Messages.Download_message, names(chosen)));
		final String to = dialog.open();
		if (to != null) {
			new Arrival(room, Place.local(to), false).of(chosen.places().stream().map(Place::text).toList());
		}
	}

	void paste(Chosen chosen) {
		StorageClipboard.get(room.display()).ifPresentOrElse(content -> new Arrival(room, chosen.folder().orElseThrow(), content.cut()).of(content.places()),
				() -> Errors.show(BenchException.usage(Messages.Paste_nothing).next(Messages.Paste_nothingNext).build()));
	}

	void copyLocation(Chosen chosen) {
		CommandLine.copy(chosen.places().stream().map(Place::text).collect(Collectors.joining("\n")), Errors.shell()); //$NON-NLS-1$
	}

	void copyLine(Chosen chosen) {
		CommandLine.copy(line(chosen.first()), Errors.shell());
	}

	/** The line that lists a folder, or fetches a file. */
	static String line(Target target) {
		return target.folder() ? CommandLine.of("ls", target.place().text()) : CommandLine.of("cp", target.place().text(), "."); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	void checksum(Chosen chosen) {
		new ChecksumDialog(Errors.shell(), room, chosen.first()).open();
	}

	void properties(Chosen chosen) {
		new PropertiesDialog(Errors.shell(), room, chosen.first()).open();
	}

	private void refresh(Place folder, Optional<String> select) {
		room.display().asyncExec(() -> view.refresh(folder, select));
	}

	private static String names(Chosen chosen) {
		return chosen.targets().size() == 1 ? chosen.first().place().name() : NLS.bind(Messages.Download_several, chosen.targets().size());
	}
}
