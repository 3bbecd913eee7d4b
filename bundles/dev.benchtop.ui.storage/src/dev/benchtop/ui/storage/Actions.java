package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.capability.Ability;

/** All that can be done with files and folders, in the order of the menus. */
final class Actions {

	final StorageAction open;
	final StorageAction newFolder;
	final StorageAction upload;
	final StorageAction download;
	final StorageAction cut;
	final StorageAction copy;
	final StorageAction paste;
	final StorageAction rename;
	final StorageAction delete;
	final StorageAction copyLocation;
	final StorageAction copyLine;
	final StorageAction checksum;
	final StorageAction properties;
	private final StorageRoom room;

	/** What the view does itself. */
	interface View {
		void open(Target target);

		void rename(Target target);

		void refresh(Place folder, Optional<String> select);
	}

	Actions(StorageRoom room, View view) {
		this.room = room;
		final var operations = new Operations(room, view);
		open = action(Messages.Actions_open, "preview", Messages.Keys_enter, Chosen::notOne, chosen -> view.open(chosen.first())); //$NON-NLS-1$
		newFolder = action(Messages.Actions_newFolder, "folder-new", Messages.Keys_newFolder, //$NON-NLS-1$
				chosen -> chosen.noFolder().or(() -> chosen.cannot(Ability.CREATE_FOLDER)), operations::newFolder);
		upload = action(Messages.Actions_upload, "upload", "", chosen -> chosen.noFolder().or(() -> chosen.cannot(Ability.WRITE)), operations::upload); //$NON-NLS-1$ //$NON-NLS-2$
		download = action(Messages.Actions_download, "download", "", Chosen::nothing, operations::download); //$NON-NLS-1$ //$NON-NLS-2$
		cut = action(Messages.Actions_cut, "cut", Messages.Keys_cut, chosen -> chosen.noTargets().or(() -> chosen.cannot(Ability.DELETE)), //$NON-NLS-1$
				chosen -> StorageClipboard.put(Display.getCurrent(), chosen.places(), true));
		copy = action(Messages.Actions_copy, "copy", Messages.Keys_copy, Chosen::nothing, //$NON-NLS-1$
				chosen -> StorageClipboard.put(Display.getCurrent(), chosen.places(), false));
		paste = action(Messages.Actions_paste, "paste", Messages.Keys_paste, //$NON-NLS-1$
				chosen -> chosen.noFolder().or(() -> chosen.cannot(Ability.WRITE)), operations::paste);
		rename = action(Messages.Actions_rename, "rename", Messages.Keys_rename, //$NON-NLS-1$
				chosen -> chosen.notOne().or(chosen::noTargets).or(() -> chosen.cannot(Ability.RENAME)), chosen -> view.rename(chosen.first()));
		delete = action(Messages.Actions_delete, "delete", Messages.Keys_delete, chosen -> chosen.noTargets().or(() -> chosen.cannot(Ability.DELETE)), //$NON-NLS-1$
				operations::delete);
		copyLocation = action(Messages.Actions_copyLocation, "copy", "", Chosen::nothing, operations::copyLocation); //$NON-NLS-1$ //$NON-NLS-2$
		copyLine = action(Messages.Actions_copyLine, "copy", "", Chosen::notOne, operations::copyLine); //$NON-NLS-1$ //$NON-NLS-2$
		checksum = action(Messages.Actions_checksum, "checksum", "", Chosen::notOneFile, operations::checksum); //$NON-NLS-1$ //$NON-NLS-2$
		properties = action(Messages.Actions_properties, "properties", Messages.Keys_properties, Chosen::notOne, operations::properties); //$NON-NLS-1$
	}

	private static StorageAction action(String label, String icon, String keys, Function<Chosen, Optional<String>> whyNot,
			Consumer<Chosen> run) {
		return new StorageAction(label, icon, keys, whyNot, run);
	}

	/** Fills a menu with all that can be done with what is selected. */
	void fill(IMenuManager menu, Chosen chosen) {
		fill(menu, chosen, true);
	}

	/** The same for the menu bar, whose keys would be those of every view. */
	void fillWithoutKeys(IMenuManager menu, Chosen chosen) {
		fill(menu, chosen, false);
	}

	private void fill(IMenuManager menu, Chosen chosen, boolean keys) {
		group(menu, chosen, keys, List.of(open));
		new FlashMenu(room).fill(menu, chosen);
		group(menu, chosen, keys, List.of(download, upload));
		new LinkMenu(room).fill(menu, chosen);
		group(menu, chosen, keys, List.of(cut, copy, paste));
		group(menu, chosen, keys, List.of(newFolder, rename, delete));
		group(menu, chosen, keys, List.of(copyLocation, copyLine));
		group(menu, chosen, keys, List.of(checksum, properties));
	}

	private static void group(IMenuManager menu, Chosen chosen, boolean keys, List<StorageAction> actions) {
		menu.add(new Separator());
		actions.forEach(action -> menu.add(keys ? action.item(chosen) : action.withoutKeys().item(chosen)));
	}
}
