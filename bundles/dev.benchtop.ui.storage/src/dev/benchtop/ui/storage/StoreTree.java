package dev.benchtop.ui.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.SoftSelection;

/** The storages of the bench and this computer, with their folders, which are read when they are opened. */
final class StoreTree {

	private static final int MOST = 1000;
	private static final String PLACE = "place"; //$NON-NLS-1$
	private static final String STORE = "store"; //$NON-NLS-1$
	private static final String LOADED = "loaded"; //$NON-NLS-1$
	private static final int STATE_WIDTH = 70;
	private static final int MARGIN = 4;

	private final StorageRoom room;
	private final Tree tree;
	private final Consumer<Place> onOpen;
	private List<String> shape = List.of();
	private boolean selecting;

	StoreTree(Composite parent, StorageRoom room, Consumer<Place> onOpen) {
		this.room = room;
		this.onOpen = onOpen;
		tree = new Tree(parent, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		Accessibles.name(tree, Messages.StoreTree_name);
		final var name = new TreeColumn(tree, SWT.NONE);
		final var state = new TreeColumn(tree, SWT.NONE);
		tree.addListener(SWT.Resize, _ -> {
			final int width = tree.getClientArea().width - MARGIN;
			state.setWidth(STATE_WIDTH);
			name.setWidth(Math.max(STATE_WIDTH, width - STATE_WIDTH));
		});
		tree.addListener(SWT.Expand, event -> load((TreeItem) event.item));
		SoftSelection.on(tree);
		tree.addListener(SWT.Selection, _ -> selected().filter(_ -> !selecting).ifPresent(onOpen));
	}

	Tree control() {
		return tree;
	}

	/** The place of the row that is selected. */
	Optional<Place> selected() {
		return tree.getSelectionCount() == 0 ? Optional.empty() : Optional.ofNullable(place(tree.getSelection()[0]));
	}

	/** The place under a row; null for a row that only says something. */
	static Place place(TreeItem item) {
		return (Place) item.getData(PLACE);
	}

	/** Shows the storages as they are now; folders that are open stay so where the storage is the same. */
	void update() {
		final var stores = room.stores();
		final var now = stores.stream().map(store -> store.name() + '\n' + store.board().file()).toList();
		if (tree.getItemCount() == 0 || !now.equals(shape)) {
			final var before = selected();
			tree.removeAll();
			shape = now;
			stores.forEach(this::add);
			local(Messages.StoreTree_home, Place.local(System.getProperty("user.home")), "home"); //$NON-NLS-1$ //$NON-NLS-2$
			local(Messages.StoreTree_computer, Place.local(Place.ROOT), "computer"); //$NON-NLS-1$
			before.ifPresent(this::show);
		}
		for (int i = 0; i < stores.size(); i++) {
			state(tree.getItem(i), stores.get(i).state());
		}
	}

	private void add(Store store) {
		final var item = new TreeItem(tree, SWT.NONE);
		item.setText(store.name());
		item.setImage(icon(store));
		item.setData(PLACE, Place.root(store.name()));
		item.setData(STORE, store);
		new TreeItem(item, SWT.NONE);
	}

	private void local(String label, Place place, String icon) {
		final var item = new TreeItem(tree, SWT.NONE);
		item.setText(label);
		item.setImage(Icons.image(StoreTree.class, icon));
		item.setData(PLACE, place);
		new TreeItem(item, SWT.NONE);
	}

	private static void state(TreeItem item, NodeState state) {
		if (!item.getText(1).equals(state.word())) {
			item.setText(1, state.word());
		}
		item.setImage(1, state.level() == NodeState.Level.UNKNOWN ? null : Icons.image(switch (state.level()) {
			case OFF, UNKNOWN -> "state-off"; //$NON-NLS-1$
			case ON -> "state-on"; //$NON-NLS-1$
			case BUSY -> "state-busy"; //$NON-NLS-1$
			case WARNING -> "state-warning"; //$NON-NLS-1$
			case ERROR -> "state-error"; //$NON-NLS-1$
		}));
	}

	private static Image icon(Store store) {
		final Optional<DriverFactory<?>> own = store.node().flatMap(node -> node.factory()).filter(factory -> !factory.icon().isEmpty());
		return own.map(factory -> Icons.image(FrameworkUtil.getBundle(factory.getClass()), factory.icon())).orElseGet(() -> Icons.image("storage")); //$NON-NLS-1$
	}

	/** Selects the row of a place, or the nearest above it that is shown, without opening it. */
	void show(Place place) {
		TreeItem best = null;
		for (final var item : tree.getItems()) {
			final Place own = place(item);
			if (own != null && place.isWithin(own) && (best == null || own.path().length() > place(best).path().length())) {
				best = item;
			}
		}
		while (best != null && best.getExpanded()) {
			final TreeItem deeper = below(best, place);
			if (deeper == null) {
				break;
			}
			best = deeper;
		}
		selecting = true;
		try {
			if (best == null) {
				tree.deselectAll();
			} else if (tree.getSelectionCount() == 0 || tree.getSelection()[0] != best) {
				tree.setSelection(best);
			}
		} finally {
			selecting = false;
		}
	}

	private static TreeItem below(TreeItem item, Place place) {
		for (final var child : item.getItems()) {
			final Place own = place(child);
			if (own != null && place.isWithin(own)) {
				return child;
			}
		}
		return null;
	}

	/** Reads again what is below a place where that is shown. */
	void refresh(Place place) {
		for (final var item : tree.getItems()) {
			refresh(item, place);
		}
	}

	private void refresh(TreeItem item, Place place) {
		if (place.equals(place(item))) {
			item.setData(LOADED, null);
			if (item.getExpanded()) {
				load(item);
			}
		} else {
			for (final var child : item.getItems()) {
				refresh(child, place);
			}
		}
	}

	private void load(TreeItem item) {
		if (item.getData(LOADED) != null) {
			return;
		}
		item.setData(LOADED, Boolean.TRUE);
		final Place place = place(item);
		Thread.ofPlatform().daemon().name("Storage tree " + place).start(() -> { //$NON-NLS-1$
			final Set<String> folders = new HashSet<>();
			final String[] failure = {""}; //$NON-NLS-1$
			try {
				final Path path = room.open(place).path();
				final var enough = new CancelToken();
				FolderReader.read(path, enough, row -> {
					if (row.folder() && folders.size() <= MOST) {
						folders.add(row.name());
					}
				});
			} catch (BenchException e) {
				failure[0] = e.what();
			} catch (IOException e) {
				failure[0] = Failures.of(Messages.FolderLoader_failed, place, e).what();
			}
			if (!tree.isDisposed()) {
				room.display().asyncExec(() -> fill(item, folders, failure[0]));
			}
		});
	}

	private void fill(TreeItem item, Set<String> folders, String failure) {
		if (item.isDisposed()) {
			return;
		}
		final Set<String> open = new HashSet<>();
		for (final var child : item.getItems()) {
			if (child.getExpanded()) {
				open.add(child.getText());
			}
		}
		item.removeAll();
		final List<String> names = new ArrayList<>(folders);
		names.sort(NaturalOrder.INSTANCE);
		final Place place = place(item);
		for (final String name : names.subList(0, Math.min(MOST, names.size()))) {
			final var child = new TreeItem(item, SWT.NONE);
			child.setText(name);
			child.setImage(Icons.image(StoreTree.class, "folder")); //$NON-NLS-1$
			child.setData(PLACE, place.child(name));
			new TreeItem(child, SWT.NONE);
			if (open.contains(name)) {
				load(child);
			}
		}
		if (names.size() > MOST) {
			new TreeItem(item, SWT.NONE).setText(Messages.StoreTree_more);
		}
		if (!failure.isEmpty()) {
			final var child = new TreeItem(item, SWT.NONE);
			child.setText(failure);
			child.setImage(Icons.image("state-error")); //$NON-NLS-1$
		}
		item.setExpanded(true);
	}
}
