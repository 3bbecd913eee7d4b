package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEditor;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** Makes, changes and removes the storages of a bench. On the UI thread. */
final class StorageEditing {

	private StorageEditing() {
	}

	/** Opens the dialog of a new storage; asks for a folder first where no bench is open. */
	static void create(StorageRoom room) {
		final Optional<Path> folder = room.session().bench().map(Bench::folder).or(() -> chooseFolder(room));
		if (folder.isEmpty()) {
			return;
		}
		final var dialog = new StorageDialog(Errors.shell(), room, folder.get());
		if (dialog.open() == Window.OK) {
			Work.quietly(Messages.StorageEditing_reading, _ -> created(room, dialog.saved()));
		}
	}

	private static void created(StorageRoom room, String name) throws BenchException {
		final var bench = room.session().bench();
		if (bench.isPresent()) {
			final boolean first = bench.get().boards().isEmpty() && bench.get().storages().isEmpty();
			bench.get().refresh();
			if (first && !bench.get().trusted() && bench.get().storages().size() == 1) {
				bench.get().trust(); // all that stands in it was just written by its user
			}
			room.display().asyncExec(() -> {
				Views.show(StorageView.ID);
				Views.browser().ifPresent(browser -> {
					browser.benchChanged();
					browser.go(Place.root(name));
				});
			});
		}
	}

	private static Optional<Path> chooseFolder(StorageRoom room) {
		final var dialog = new DirectoryDialog(Errors.shell());
		dialog.setText(Messages.StorageEditing_folderTitle);
		dialog.setMessage(Messages.StorageEditing_folderMessage);
		final Optional<Path> folder = Optional.ofNullable(dialog.open()).map(Path::of);
		folder.ifPresent(room.session()::open);
		return folder;
	}

	/** Opens the form of a storage; the file as text where there is no form for it. */
	static void edit(StorageRoom room, Store store) {
		try {
			final var kind = store.board().usable() ? StorageKind.of(room.registry(), BenchEditor.open(store.board().file())) : Optional.<StorageKind>empty();
			if (kind.isEmpty()) {
				BoardEditing.editText(store.board().file(), 0);
			} else if (new StorageDialog(Errors.shell(), room, store, kind.get()).open() == Window.OK) {
				Work.quietly(Messages.StorageEditing_reading, _ -> {
					room.session().bench().ifPresent(Bench::refresh);
					room.display().asyncExec(() -> Views.browser().ifPresent(Browser::refresh));
				});
			}
		} catch (BenchException e) {
			Errors.show(e);
		}
	}

	/** Takes a storage out of the bench; what lies in it stays. */
	static void remove(StorageRoom room, Store store) {
		final Path file = store.board().file();
		final int choice = MessageDialog.open(MessageDialog.QUESTION, Errors.shell(), NLS.bind(Messages.StorageEditing_removeTitle, store.name()),
				NLS.bind(Messages.StorageEditing_removeQuestion, store.name(), file), SWT.NONE, Messages.StorageEditing_remove, Messages.StorageEditing_keep);
		if (choice == 0) {
			Work.quietly(Messages.StorageEditing_reading, _ -> {
				try {
					Files.deleteIfExists(file);
				} catch (IOException e) {
					throw BenchException.failed(NLS.bind(Messages.StorageEditing_notRemoved, store.name())).where(file.toString()).why(e).build();
				}
				room.session().bench().ifPresent(Bench::refresh);
				room.display().asyncExec(() -> Views.browser().ifPresent(browser -> browser.begin(Optional.empty())));
			});
		}
	}

	/** Adds to a menu what can be done with a storage as such. */
	static void fill(IMenuManager menu, StorageRoom room, Optional<Store> store) {
		menu.add(item(Messages.NewStorage_label, Icons.descriptor(StorageEditing.class, "new-storage"), () -> create(room))); //$NON-NLS-1$
		store.filter(Store::standsAlone).ifPresent(own -> {
			menu.add(item(Messages.EditStorage_label, Icons.descriptor("edit"), () -> edit(room, own))); //$NON-NLS-1$
			menu.add(item(Messages.EditStorage_text, Icons.descriptor("text"), () -> BoardEditing.editText(own.board().file(), 0))); //$NON-NLS-1$
			menu.add(item(Messages.RemoveStorage_label, Icons.descriptor(StorageEditing.class, "remove"), () -> remove(room, own))); //$NON-NLS-1$
		});
		menu.add(new Separator());
	}

	private static Action item(String label, ImageDescriptor icon, Runnable action) {
		return new Action(label, icon) {
			@Override
			public void run() {
				action.run();
			}
		};
	}
}
