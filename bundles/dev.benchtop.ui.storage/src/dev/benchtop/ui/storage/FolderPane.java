package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

import dev.benchtop.core.BenchException;
import dev.benchtop.ui.storage.Listing.Snapshot;
import dev.benchtop.ui.storage.MessagePage.Way;

/** The files of the folder that is open, or what is wrong with it and how to mend that. */
final class FolderPane extends Composite implements FolderLoader.Listener {

	private static final int PATIENCE = 300;

	private final StorageRoom room;
	private final Ways ways;
	private final FileTable table;
	private final MessagePage page;
	private final FolderLoader loader;
	private Optional<Place> place = Optional.empty();
	private Optional<OpenFolder> folder = Optional.empty();
	private Optional<String> toSelect = Optional.empty();
	private Optional<Snapshot> shown = Optional.empty();
	private boolean loading;
	private String filter = ""; //$NON-NLS-1$

	/** What goes on around it. */
	interface Ways {
		void go(Place place);

		void refresh();

		/** What is shown, what is known of it, or what is selected is not as it was. */
		void changed();
	}

	FolderPane(Composite parent, StorageRoom room, Ways ways) {
		super(parent, SWT.NONE);
		this.room = room;
		this.ways = ways;
		setLayout(new StackLayout());
		loader = new FolderLoader(room, getDisplay(), this);
		table = new FileTable(this, loader.listing()::sort);
		page = new MessagePage(this);
		addDisposeListener(_ -> loader.close());
	}

	FileTable table() {
		return table;
	}

	Optional<OpenFolder> folder() {
		return folder;
	}

	/** What is selected; with nothing selected, the folder that is open. */
	Chosen chosen() {
		return folder.map(open -> new Chosen(table.selected().stream().map(row -> Target.of(open.place(), row)).toList(), Optional.of(open.place()),
				open.abilities())).orElse(Chosen.NOTHING);
	}

	/** Offers what to begin with where nothing can be opened. */
	void offer() {
		leave();
		place = Optional.empty();
		page.hint(Messages.Browser_noStorage, Messages.Browser_noStorageText, new Way(Messages.NewStorage_label, () -> StorageEditing.create(room)),
				new Way(Messages.Browser_home, () -> ways.go(Place.local(System.getProperty("user.home"))))); //$NON-NLS-1$
		top(page);
		ways.changed();
	}

	/** Opens a folder, or reads again the one that is open. */
	void open(Place wanted, Optional<String> select) {
		final boolean again = folder.filter(open -> open.place().equals(wanted)).isPresent();
		if (!again) {
			leave();
		}
		place = Optional.of(wanted);
		toSelect = select;
		final var bench = room.session().bench();
		if (!wanted.isLocal() && bench.isPresent() && !room.trusted()) {
			page.hint(NLS.bind(Messages.Browser_untrusted, bench.get().folder().getFileName()), Messages.Browser_untrustedText,
					new Way(Messages.Browser_trust, Views::showOverview));
			top(page);
			ways.changed();
			return;
		}
		loading = true;
		loader.load(wanted);
		ways.changed();
		getDisplay().timerExec(PATIENCE, () -> waiting(wanted));
	}

	private void leave() {
		loader.stop();
		folder = Optional.empty();
		shown = Optional.empty();
		loading = false;
	}

	/** What takes long says so. */
	private void waiting(Place wanted) {
		if (!isDisposed() && loading && shown.isEmpty() && place.filter(wanted::equals).isPresent()) {
			page.hint(NLS.bind(Messages.Browser_connecting, wanted.text()), ""); //$NON-NLS-1$
			top(page);
		}
	}

	@Override
	public void opened(OpenFolder open) {
		folder = Optional.of(open);
		ways.changed();
	}

	@Override
	public void rows(Snapshot snapshot) {
		loading = !snapshot.complete();
		if (snapshot.total() == 0 && snapshot.failure().isPresent()) {
			failed(snapshot.failure().get());
			return;
		}
		shown = Optional.of(snapshot);
		table.show(snapshot.rows(), emptiness(snapshot));
		top(table.control());
		toSelect.filter(name -> table.select(Set.of(name))).ifPresent(_ -> {
			toSelect = Optional.empty();
			table.control().setFocus();
		});
		ways.changed();
	}

	private String emptiness(Snapshot snapshot) {
		return snapshot.rows().length > 0 ? "" : snapshot.total() > 0 ? NLS.bind(Messages.FolderPane_noMatch, filter) : snapshot.complete() ? Messages.FolderPane_empty : ""; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private void failed(BenchException error) {
		leave();
		table.show(new Row[0], ""); //$NON-NLS-1$
		final var again = new Way(Messages.Browser_tryAgain, ways::refresh);
		place.flatMap(room::store).filter(Store::standsAlone).ifPresentOrElse(
				store -> page.failure(error, again, new Way(Messages.EditStorage_label, () -> StorageEditing.edit(room, store))), () -> page.failure(error, again));
		top(page);
		ways.changed();
	}

	private void top(Control control) {
		final var layout = (StackLayout) getLayout();
		if (layout.topControl != control) {
			final boolean focus = layout.topControl != null && layout.topControl.isFocusControl();
			layout.topControl = control;
			layout();
			if (focus) {
				control.setFocus();
			}
		}
	}

	/** Shows only the rows whose names have these words in them. */
	void filter(String words) {
		filter = words;
		loader.listing().filter(words);
	}

	/** How much there is, and how much of it is selected; empty where no folder is shown. */
	String summary() {
		final List<Row> selected = table.selected();
		final String reading = loading ? Messages.Browser_reading : ""; //$NON-NLS-1$
		return shown.map(now -> {
			final String all = RowWords.summary(now.rows().length, now.total(), now.bytes());
			final String more = loading ? reading : now.failure().map(error -> error.what() + error.why().map(why -> ": " + why).orElse("")) //$NON-NLS-1$ //$NON-NLS-2$
					.orElse(RowWords.selection(selected));
			return more.isEmpty() ? all : all + "  \u00b7  " + more; //$NON-NLS-1$
		}).orElse(reading);
	}

	/** Whether rows are shown, and no message. */
	boolean showsRows() {
		return ((StackLayout) getLayout()).topControl == table.control();
	}
}
