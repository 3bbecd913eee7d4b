package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.ui.storage.Listing.Snapshot;
import dev.benchtop.ui.storage.MessagePage.Way;

/** Tree, table and preview with all that goes between them. */
final class Browser extends Composite implements FolderLoader.Listener, PathBar.Ways, Actions.View {

	private static final int[] SHARES = {22, 78};
	private static final int[] SHARES_WITH_PREVIEW = {20, 52, 28};

	private final StorageRoom room;
	private final History history = new History();
	private final Actions actions;
	private final PathBar bar;
	private final ToolItems tools;
	private final SashForm sash;
	private final StoreTree tree;
	private final Composite stack;
	private final FileTable table;
	private final MessagePage page;
	private final PreviewPane preview;
	private final Label status;
	private final FolderLoader loader;
	private final FinishedTransfers finished;
	private Optional<OpenFolder> folder = Optional.empty();
	private Optional<String> toSelect = Optional.empty();
	private Snapshot shown;
	private Bench bench;
	private boolean trusted;
	private boolean loading;
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
		stack = new Composite(sash, SWT.NONE);
		stack.setLayout(new StackLayout());
		loader = new FolderLoader(room, getDisplay(), this);
		table = new FileTable(stack, loader.listing()::sort);
		page = new MessagePage(stack);
		preview = new PreviewPane(sash, room);
		status = new Label(this, SWT.NONE);
		Accessibles.name(status, Messages.Browser_status);
		GridDataFactory.fillDefaults().grab(true, false).indent(6, 0).applyTo(status);
		tools = new ToolItems(bar.end(), List.of(actions.newFolder, actions.upload, actions.download, actions.delete), this::chosen);
		tools.toggle("preview", Messages.Browser_preview, this::showPreview); //$NON-NLS-1$
		tools.push("new-storage", Messages.NewStorage_label, () -> StorageEditing.create(room)); //$NON-NLS-1$
		sash.setWeights(SHARES_WITH_PREVIEW);
		new BrowserKeys(this).on(table.control(), tree.control());
		new DragAndDrop(room, this).on(table.control(), tree.control());
		menu(table.control(), this::chosen);
		menu(tree.control(), this::chosenInTree);
		table.control().addListener(SWT.Selection, _ -> selected());
		table.control().addListener(SWT.DefaultSelection, _ -> actions.open.run(chosen()));
		final Subscription transfers = room.transfers().subscribe(this::transfersChanged);
		finished = new FinishedTransfers(room.transfers());
		addDisposeListener(_ -> {
			transfers.close();
			loader.close();
		});
	}

	Actions actions() {
		return actions;
	}

	FileTable table() {
		return table;
	}

	StoreTree tree() {
		return tree;
	}

	Optional<OpenFolder> folder() {
		return folder;
	}

	void onPlace(Consumer<Place> listener) {
		placeListener = listener;
	}

	void onPreview(Consumer<Boolean> listener) {
		previewListener = listener;
	}

	/** Opens what was open before, else the first storage, else the home folder. */
	void begin(Optional<Place> before) {
		bar.clear();
		toSelect = Optional.empty();
		bench = room.session().bench().orElse(null);
		trusted = room.trusted();
		tree.update();
		final var stores = room.stores();
		final var known = before.filter(place -> place.isLocal() || stores.stream().anyMatch(store -> store.name().equals(place.store())));
		known.or(() -> stores.stream().findFirst().map(store -> Place.root(store.name()))).ifPresentOrElse(this::go, this::offer);
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
			history.current().ifPresentOrElse(this::load, () -> begin(Optional.empty()));
		}
	}

	private void offer() {
		folder = Optional.empty();
		page.hint(Messages.Browser_noStorage, Messages.Browser_noStorageText, new Way(Messages.NewStorage_label, () -> StorageEditing.create(room)),
				new Way(Messages.Browser_home, () -> go(Place.local(System.getProperty("user.home"))))); //$NON-NLS-1$
		top(page);
		status.setText(""); //$NON-NLS-1$
		tools.update();
	}

	/** Opens a folder. */
	void go(Place place) {
		history.go(place);
		bar.clearFilter();
		load(place);
	}

	private void load(Place place) {
		placeListener.accept(place);
		bar.show(place, history);
		tree.show(place);
		final boolean again = folder.filter(open -> open.place().equals(place)).isPresent();
		if (!again) {
			folder = Optional.empty();
			preview.clear();
		}
		if (!place.isLocal() && !room.trusted() && room.session().bench().isPresent()) {
			page.hint(NLS.bind(Messages.Browser_untrusted, room.session().bench().get().folder().getFileName()), Messages.Browser_untrustedText,
					new Way(Messages.Browser_trust, Views::showOverview));
			top(page);
			return;
		}
		loading = true;
		loader.load(place);
		progress();
		getDisplay().timerExec(300, () -> waiting(place, again));
	}

	/** What takes long says so. */
	private void waiting(Place place, boolean again) {
		if (!isDisposed() && loading && shownIsOld() && !again && history.current().filter(place::equals).isPresent()) {
			page.hint(NLS.bind(Messages.Browser_connecting, place.text()), ""); //$NON-NLS-1$
			top(page);
		}
	}

	private boolean shownIsOld() {
		return folder.isEmpty() || shown == null;
	}

	@Override
	public void opened(OpenFolder open) {
		if (folder.filter(before -> before.place().equals(open.place())).isEmpty()) {
			shown = null;
		}
		folder = Optional.of(open);
		tools.update();
	}

	@Override
	public void rows(Snapshot snapshot) {
		shown = snapshot;
		loading = !snapshot.complete();
		final boolean empty = snapshot.total() == 0;
		if (empty && snapshot.failure().isPresent()) {
			failed(snapshot.failure().get());
			return;
		}
		if (empty && snapshot.complete()) {
			page.hint(Messages.Browser_emptyFolder, Messages.Browser_emptyFolderText);
		}
		top(empty ? page : table.control());
		table.show(snapshot.rows());
		toSelect.filter(name -> table.select(Set.of(name))).ifPresent(_ -> {
			toSelect = Optional.empty();
			table.control().setFocus();
		});
		progress();
		tools.update();
	}

	private void failed(BenchException error) {
		folder = Optional.empty();
		table.show(new Row[0]);
		final Place place = history.current().orElseThrow();
		final var again = new Way(Messages.Browser_tryAgain, this::refresh);
		room.store(place).filter(Store::standsAlone).ifPresentOrElse(
				store -> page.failure(error, again, new Way(Messages.EditStorage_label, () -> StorageEditing.edit(room, store))), () -> page.failure(error, again));
		top(page);
		status.setText(""); //$NON-NLS-1$
		tools.update();
	}

	private void top(Control control) {
		final var layout = (StackLayout) stack.getLayout();
		if (layout.topControl != control) {
			final boolean focus = layout.topControl != null && layout.topControl.isFocusControl();
			layout.topControl = control;
			stack.layout();
			if (focus) {
				control.setFocus();
			}
		}
	}

	private void progress() {
		if (shown == null) {
			status.setText(loading ? Messages.Browser_reading : ""); //$NON-NLS-1$
			return;
		}
		final var selected = table.selected();
		final String summary = RowWords.summary(shown.rows().length, shown.total(), shown.bytes());
		final String more = loading ? Messages.Browser_reading : shown.failure().map(error -> error.what() + error.why().map(why -> ": " + why).orElse("")) //$NON-NLS-1$ //$NON-NLS-2$
				.orElse(RowWords.selection(selected));
		status.setText((more.isEmpty() ? summary : summary + "  \u00b7  " + more).replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private void selected() {
		progress();
		tools.update();
		final var chosen = chosen();
		if (preview.getVisible()) {
			if (chosen.notOneFile().isEmpty()) {
				preview.show(chosen.first());
			} else {
				preview.clear();
			}
		}
	}

	/** What is selected in the table; with nothing selected, the folder that is open. */
	Chosen chosen() {
		if (folder.isEmpty()) {
			return Chosen.NOTHING;
		}
		final var place = folder.get().place();
		return new Chosen(table.selected().stream().map(row -> Target.of(place, row)).toList(), Optional.of(place), folder.get().abilities());
	}

	/** The folder that is selected in the tree. */
	Chosen chosenInTree() {
		final var place = tree.selected();
		final var open = folder.filter(now -> place.filter(now.place()::equals).isPresent());
		return open.map(now -> new Chosen(List.of(Target.folder(now.place())), Optional.of(now.place()), now.abilities())).orElse(Chosen.NOTHING);
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

	void showPreview(boolean visible) {
		preview.setVisible(visible);
		sash.setWeights(SHARES_WITH_PREVIEW);
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

	void focus() {
		final var top = ((StackLayout) stack.getLayout()).topControl;
		if (top == table.control()) {
			table.focus();
		} else {
			tree.control().setFocus();
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
			table.control().setFocus();
		} else {
			showPreview(true);
		}
	}

	@Override
	public void rename(Target target) {
		final Consumer<String> take = name -> Operations.rename(room, this, target, name);
		final boolean inTable = table.selected().stream().anyMatch(row -> row.name().equals(target.place().name()));
		if (inTable && !tree.control().isFocusControl()) {
			new RenameInPlace(table.control()).begin(target.place().name(), take);
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
			toSelect = select;
			load(changed);
		} else if (history.current().filter(place -> place.isWithin(changed)).isPresent()) {
			go(changed); // what was open is not there any more, or is called otherwise
		}
	}

	@Override
	public void back() {
		if (history.canGoBack()) {
			bar.clearFilter();
			load(history.back());
		}
	}

	@Override
	public void forward() {
		if (history.canGoForward()) {
			bar.clearFilter();
			load(history.forward());
		}
	}

	@Override
	public void up() {
		history.current().flatMap(Place::parent).ifPresent(parent -> {
			toSelect = history.current().map(Place::name);
			go(parent);
			table.control().setFocus();
		});
	}

	@Override
	public void refresh() {
		history.current().ifPresent(place -> {
			tree.refresh(place);
			load(place);
		});
	}

	@Override
	public void go(String text) {
		new TypedPlace(room).find(text, this::arrive);
	}

	private void arrive(Place found, Optional<String> name) {
		if (!isDisposed()) {
			go(found);
			toSelect = name;
			table.control().setFocus();
		}
	}

	@Override
	public void filter(String words) {
		loader.listing().filter(words);
	}

	@Override
	public void leave() {
		table.focus();
	}

	@Override
	public boolean setFocus() {
		focus();
		return true;
	}
}
