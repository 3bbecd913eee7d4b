package dev.benchtop.ui.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.ui.storage.PlacesTransfer.Content;

/** Files on the clipboard: of storages, and of the desktop. */
final class StorageClipboard {

	private StorageClipboard() {
	}

	/** Puts places there, so that this program, file managers (local ones only) and text fields understand them. */
	static void put(Display display, List<Place> places, boolean cut) {
		final List<Object> data = new ArrayList<>();
		final List<Transfer> transfers = new ArrayList<>();
		data.add(new Content(places.stream().map(Place::text).toList(), cut));
		transfers.add(PlacesTransfer.INSTANCE);
		data.add(places.stream().map(Place::text).collect(Collectors.joining("\n"))); //$NON-NLS-1$
		transfers.add(TextTransfer.getInstance());
		if (places.stream().allMatch(Place::isLocal)) {
			data.add(places.stream().map(Place::path).toArray(String[]::new));
			transfers.add(FileTransfer.getInstance());
		}
		final var clipboard = new Clipboard(display);
		clipboard.setContents(data.toArray(), transfers.toArray(Transfer[]::new));
		clipboard.dispose();
	}

	/** What is there to be pasted. */
	static Optional<Content> get(Display display) {
		final var clipboard = new Clipboard(display);
		try {
			if (clipboard.getContents(PlacesTransfer.INSTANCE) instanceof Content content) {
				return Optional.of(content);
			}
			if (clipboard.getContents(FileTransfer.getInstance()) instanceof String[] files && files.length > 0) {
				return Optional.of(new Content(List.of(files), false));
			}
			return Optional.empty();
		} finally {
			clipboard.dispose();
		}
	}
}
