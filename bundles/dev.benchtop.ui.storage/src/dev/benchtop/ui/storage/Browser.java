package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.capability.Abilities;

/** Tree, files and preview with all that goes between them. */
final class Browser extends Composite implements PathBar.Ways, FolderPane.Ways, Actions.View {

	private static final int[] SHARES = {20, 52, 28};

	private final StorageRoom room;
	private final History history = new History();
	private final Actions actions;
	private final PathBar bar;
	private final ToolItems tools;
	private final SashForm sash;
	private final StoreTree tree;
	private final FolderPane pane;
	private final PreviewPane preview;
	private final Label status;
	private final FinishedTransfers finished;
	private Bench bench;
	private boolean trusted;
	private Consumer<Place> placeListener = _ -> { };
	private Consumer<Boolean> previewListener = _ -> { };

	Browser(Composite parent, StorageRoom room) {
		super(parent, SWT.NONE);
		this.room = room;
		this.actions = new Actions(room, this);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		bar = new PathBar(this, this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		sash = new SashForm(this, SWT.HORIZONTAL);
		sash.setSashWidth(5);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
		tree = new StoreTree(sash, room, this::go);
		pane = new FolderPane(sash, room, this);
		preview = new PreviewPane(sash, room);
		sash.setWeights(SHARES);
		status = new Label(this, SWT.NONE);
		Accessibles.name(status, Messages.Browser_status);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(status);
		tools = new ToolItems(bar.end(), List.of(actions.newFolder, actions.upload, actions.download, actions.delete), this::chosen);
		tools.toggle("preview", Messages.Browser_preview, this::showPreview); //$NON-NLS-1$
		tools.push("new-storage", Messages.NewStorage_label, () -> StorageEditing.create(room)); //$NON-NLS-1$
		new BrowserKeys(this).on(table().control(), tree.control());
		new DragAndDrop(room, this).on(table().control(), tree.control());
		menu(table().control(), this::chosen);
		table().emptiness().setMenu(table().control().getMenu());
		menu(tree.control(), this::chosenInTree);
		table().control().addListener(SWT.Selection, _ -> selected());
		table().control().addListener(SWT.DefaultSelection, _ -> actions.open.run(chosen()));
		final Subscription transfers = room.transfers().subscribe(this::transfersChanged);
		finished = new FinishedTransfers(room.transfers());
		addDisposeListener(_ -> transfers.close());
	}

	private void menu(Control control, Supplier<Chosen> what) {
		final var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(menu -> {
			if (control == tree.control()) {
				StorageEditing.fill(menu, room, tree.selected().flatMap(room::store));
			}
			actions.fill(menu, what.get());
		});
		control.setMenu(manager.createContextMenu(control));
		control.addDisposeListener(_ -> manager.dispose());
	}

	Actions actions() {
		return actions;
	}

	FileTable table() {
		return pane.table();
	}

	StoreTree tree() {
		return tree;
	}

	Optional<OpenFolder> folder() {
		return pane.folder();
	}

	/** What is selected in the table; with nothing selected, the folder that is open. */
	Chosen chosen() {
		return pane.chosen();
	}

	/** The folder that is selected in the tree; what its storage cannot do is known once it is open. */
	Chosen chosenInTree() {
		return tree.selected().map(place -> new Chosen(List.of(Target.folder(place)), Optional.of(place),
				folder().filter(open -> open.place().store().equals(place.store())).map(OpenFolder::abilities).orElse(Abilities.all()))).orElse(Chosen.NOTHING);
	}

	void onPlace(Consumer<Place> listener) {
		placeListener = listener;
	}

	void onPreview(Consumer<Boolean> listener) {
		previewListener = listener;
	}

	/** Opens what was open before, else the first storage; offers what to begin with where there is none. */
	void begin(Optional<Place> before) {
		bar.clear();
		bench = room.session().bench().orElse(null);
		trusted = room.trusted();
		tree.update();
		final var stores = room.stores();
		final var known = before.filter(place -> place.isLocal() || stores.stream().anyMatch(store -> store.name().equals(place.store())));
		known.or(() -> stores.stream().findFirst().map(store -> Place.root(store.name()))).ifPresentOrElse(this::go, pane::offer);
	}

	/** Another bench, other storages, other states, trust: the tree follows, and a folder that waited for it opens. */
	void benchChanged() {
		if (isDisposed()) {
			return;
		}
		tree.update();
		final Bench now = room.session().bench().orElse(null);
		if (now != bench) {
			begin(history.current().filter(Place::isLocal));
		} else if (trusted != room.trusted() || history.current().isEmpty() && !room.stores().isEmpty()) {
			trusted = room.trusted();
			history.current().ifPresentOrElse(place -> load(place, Optional.empty()), () -> begin(Optional.empty()));
		}
	}

	@Override
	public void go(Place place) {
		go(place, Optional.empty());
	}

	private void go(Place place, Optional<String> select) {
		history.go(place);
		bar.clearFilter();
		load(place, select);
	}

	private void load(Place place, Optional<String> select) {
		placeListener.accept(place);
		bar.show(place, history);
		tree.show(place);
		if (folder().filter(open -> open.place().equals(place)).isEmpty()) {
			preview.clear();
		}
		pane.open(place, select);
	}

	@Override
	public void changed() {
		status.setText(pane.summary().replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
		tools.update();
	}

	private void selected() {
		changed();
		if (preview.getVisible()) {
			final var chosen = chosen();
			if (chosen.notOneFile().isEmpty()) {
				preview.show(chosen.first());
			} else {
				preview.clear();
			}
		}
	}

	void showPreview(boolean visible) {
		preview.setVisible(visible);
		sash.setWeights(SHARES);
		if (!visible) {
			preview.clear();
		}
		sash.layout();
		tools.select(visible);
		previewListener.accept(visible);
		if (visible) {
			selected();
		}
	}

	void focusPath() {
		bar.focusPath();
	}

	void filterBy(String typed) {
		bar.filter(typed);
	}

	private void transfersChanged() {
		final Optional<Place> open = history.current();
		if (open.isPresent() && finished.into(open.get()) && !getDisplay().isDisposed()) {
			getDisplay().asyncExec(() -> refresh(open.get(), Optional.empty()));
		}
	}

	@Override
	public void open(Target target) {
		if (target.folder()) {
			go(target.place());
			table().control().setFocus();
		} else {
			showPreview(true);
		}
	}

	@Override
	public void rename(Target target) {
		final Consumer<String> take = name -> Operations.rename(room, this, target, name);
		final boolean inTable = table().selected().stream().anyMatch(row -> row.name().equals(target.place().name()));
		if (inTable && !tree.control().isFocusControl()) {
			new RenameInPlace(table().control()).begin(target.place().name(), take);
			return;
		}
		final var dialog = new InputDialog(getShell(), Messages.Rename_title, target.place().text(), target.place().name(), NewName::problem);
		if (dialog.open() == Window.OK) {
			take.accept(dialog.getValue().strip());
		}
	}

	@Override
	public void refresh(Place changed, Optional<String> select) {
		if (isDisposed()) {
			return;
		}
		tree.refresh(changed);
		if (history.current().filter(changed::equals).isPresent()) {
			load(changed, select);
		} else if (history.current().filter(place -> place.isWithin(changed)).isPresent()) {
			go(changed); // what was open is not there any more, or is called otherwise
		}
	}

	@Override
	public void back() {
		if (history.canGoBack()) {
			bar.clearFilter();
			load(history.back(), Optional.empty());
		}
	}

	@Override
	public void forward() {
		if (history.canGoForward()) {
			bar.clearFilter();
			load(history.forward(), Optional.empty());
		}
	}

	@Override
	public void up() {
		final var current = history.current();
		current.flatMap(Place::parent).ifPresent(parent -> {
			go(parent, current.map(Place::name));
			table().control().setFocus();
		});
	}

	@Override
	public void refresh() {
		history.current().ifPresent(place -> refresh(place, Optional.empty()));
	}

	@Override
	public void go(String text) {
		new TypedPlace(room).find(text, this::arrive);
	}

	private void arrive(Place found, Optional<String> name) {
		if (!isDisposed()) {
			go(found, name);
			table().control().setFocus();
		}
	}

	@Override
	public void filter(String words) {
		pane.filter(words);
	}

	@Override
	public void leave() {
		table().focus();
	}

	@Override
	public boolean setFocus() {
		if (pane.showsRows()) {
			table().focus();
			return true;
		}
		return tree.control().setFocus();
	}
}
