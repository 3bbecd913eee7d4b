package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.dnd.URLTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.ui.storage.PlacesTransfer.Content;

/**
 * Files under the pointer: between folders and storages, to and from the desktop, and as the text of their location to boards. What lies in a
 * storage on another machine has no file that the desktop could take; it goes there by <i>Download to…</i>.
 */
final class DragAndDrop {

	private static final int ALL = DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK;

	private final StorageRoom room;
	private final Browser browser;
	private List<Place> dragged = List.of();
	private String[] files = {};

	DragAndDrop(StorageRoom room, Browser browser) {
		this.room = room;
		this.browser = browser;
	}

	void on(Table table, Tree tree) {
		drag(table, browser::chosen);
		drag(tree, browser::chosenInTree);
		drop(table, event -> browser.folder().map(open -> folderUnder(event, open.place())));
		drop(browser.table().emptiness(), _ -> browser.folder().map(OpenFolder::place));
		drop(tree, event -> event.item instanceof TreeItem item ? Optional.ofNullable(StoreTree.place(item)) : Optional.empty());
	}

	private Place folderUnder(DropTargetEvent event, Place open) {
		final var row = event.item instanceof TableItem item ? browser.table().row(item) : Optional.<Row>empty();
		return row.filter(Row::folder).map(folder -> open.child(folder.name())).orElse(open);
	}

	private void drag(Control control, Supplier<Chosen> chosen) {
		final var source = new DragSource(control, ALL);
		source.addDragListener(new DragSourceAdapter() {
			@Override
			public void dragStart(DragSourceEvent event) {
				final var now = chosen.get();
				dragged = now.noTargets().isEmpty() ? now.places() : List.of();
				event.doit = !dragged.isEmpty();
				files = dragged.stream().flatMap(place -> file(place).stream()).map(Path::toString).toArray(String[]::new);
				source.setTransfer(files.length == dragged.size() ? new Transfer[] {PlacesTransfer.INSTANCE, TextTransfer.getInstance(), FileTransfer.getInstance()}
						: new Transfer[] {PlacesTransfer.INSTANCE, TextTransfer.getInstance()});
			}

			@Override
			public void dragSetData(DragSourceEvent event) {
				if (PlacesTransfer.INSTANCE.isSupportedType(event.dataType)) {
					event.data = new Content(dragged.stream().map(Place::text).toList(), false);
				} else if (FileTransfer.getInstance().isSupportedType(event.dataType)) {
					event.data = files;
				} else {
					event.data = dragged.stream().map(Place::text).collect(Collectors.joining("\n")); //$NON-NLS-1$
				}
			}

			@Override
			public void dragFinished(DragSourceEvent event) {
				dragged = List.of();
			}
		});
	}

	/** The file that the desktop can take: one of this computer, or of a storage that is a folder of it. */
	private Optional<Path> file(Place place) {
		if (place.isLocal()) {
			return Optional.of(Path.of(place.path()));
		}
		final var open = browser.folder().filter(folder -> place.parent().filter(folder.place()::equals).isPresent());
		try {
			return open.isPresent() ? LocalPath.of(open.get().path().resolve(place.name())) : Optional.empty();
		} catch (IOException _) {
			return Optional.empty(); // it leads out of the storage, or is not there any more
		}
	}

	/** Where something that is dropped would go. */
	private interface Folder {
		Optional<Place> of(DropTargetEvent event);
	}

	private void drop(Control control, Folder folder) {
		final var target = new DropTarget(control, ALL | DND.DROP_DEFAULT);
		target.setTransfer(PlacesTransfer.INSTANCE, FileTransfer.getInstance(), URLTransfer.getInstance(), TextTransfer.getInstance());
		target.addDropListener(new DropTargetAdapter() {
			private boolean wantsCopy;

			@Override
			public void dragEnter(DropTargetEvent event) {
				wantsCopy = event.detail == DND.DROP_COPY;
				dragOver(event);
			}

			@Override
			public void dragOperationChanged(DropTargetEvent event) {
				wantsCopy = event.detail == DND.DROP_COPY;
				dragOver(event);
			}

			@Override
			public void dragOver(DropTargetEvent event) {
				event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL | DND.FEEDBACK_EXPAND;
				event.detail = folder.of(event).filter(DragAndDrop.this::takes).map(into -> moves(into, wantsCopy) ? DND.DROP_MOVE : DND.DROP_COPY)
						.orElse(DND.DROP_NONE);
			}

			@Override
			public void drop(DropTargetEvent event) {
				final var into = folder.of(event).filter(DragAndDrop.this::takes);
				final List<String> sources = sources(event.data);
				if (into.isEmpty() || sources.isEmpty()) {
					event.detail = DND.DROP_NONE;
					return;
				}
				final boolean move = moves(into.get(), wantsCopy);
				event.detail = DND.DROP_COPY; // what is moved goes away when its transfer is done, and nobody else is to delete it
				control.getDisplay().asyncExec(() -> new Arrival(room, into.get(), move).of(sources));
			}
		});
	}

	/** Whether a folder is in a storage that can be written to, as far as that is known. */
	private boolean takes(Place into) {
		if (dragged.stream().anyMatch(place -> place.parent().filter(into::equals).isPresent() || into.isWithin(place))) {
			return false;
		}
		return into.isLocal() || room.store(into).flatMap(Store::node).flatMap(node -> node.peek(Storage.class)).map(storage -> storage.abilities().can(Ability.WRITE))
				.orElse(true);
	}

	/** Inside one storage things are moved unless the Ctrl key is held; between storages they are copied. */
	private boolean moves(Place into, boolean copy) {
		return !copy && !dragged.isEmpty() && dragged.stream().allMatch(place -> place.store().equals(into.store()));
	}

	private static List<String> sources(Object data) {
		return switch (data) {
			case Content content -> content.places();
			case String[] files -> List.of(files);
			case String text when !text.isBlank() -> text.strip().lines().filter(line -> !line.isBlank()).toList();
			case null, default -> List.of();
		};
	}
}
