package dev.benchtop.ui.storage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolBar;

import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.State;
import dev.benchtop.ui.Icons;
import dev.benchtop.ui.SoftSelection;

/** One row a transfer, with what can be done with those that are selected. */
final class TransferTable extends Composite {

	private static final int PROGRESS = 3;
	private static final int LEAST_PROGRESS = 200;
	private static final int BAR = 3;
	private static final Color TRACK = new Color(125, 133, 144, 90);
	private static final Color DONE = new Color(63, 140, 244);

	private final Transfers transfers;
	private final TransferActions actions;
	private final Table table;
	private final TransferTools tools;
	private List<Item> items = List.of();

	TransferTable(Composite parent, Transfers transfers) {
		super(parent, SWT.NONE);
		this.transfers = transfers;
		actions = new TransferActions(transfers);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		final var bar = new ToolBar(this, SWT.FLAT);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		tools = new TransferTools(bar, actions.all(), this::selected, actions::clearFinished);
		table = new Table(this, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		table.setHeaderVisible(true);
		Accessibles.name(table, Messages.TransferTable_name);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
		column(Messages.TransferTable_file, 170, SWT.LEFT);
		column(Messages.TransferTable_from, 130, SWT.LEFT);
		column(Messages.TransferTable_to, 130, SWT.LEFT);
		column(Messages.TransferTable_progress, 280, SWT.LEFT);
		column(Messages.TransferTable_rate, 85, SWT.RIGHT);
		column(Messages.TransferTable_left, 60, SWT.RIGHT);
		column(Messages.TransferTable_state, 90, SWT.LEFT);
		new RestColumn(table, PROGRESS, LEAST_PROGRESS);
		SoftSelection.on(table);
		table.addListener(SWT.PaintItem, this::paint);
		table.addListener(SWT.Selection, _ -> tools.update());
		table.addListener(SWT.DefaultSelection, _ -> selected().stream().filter(item -> item.state() == State.FAILED).findFirst().ifPresent(this::explain));
		table.addListener(SWT.MouseMove, this::hover);
		table.addListener(SWT.KeyDown, event -> event.doit = !actions.key(event, selected()));
		final var menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(manager -> actions.all().forEach(action -> {
			if (action.begins()) {
				manager.add(new Separator());
			}
			manager.add(action.item(selected()));
		}));
		table.setMenu(menu.createContextMenu(table));
		table.addDisposeListener(_ -> menu.dispose());
	}

	private void column(String title, int width, int style) {
		final var column = new TableColumn(table, style);
		column.setText(title);
		column.setWidth(width);
		column.setResizable(true);
	}

	/** Shows how the transfers stand now. */
	@Override
	public void update() {
		final Set<Long> selected = new HashSet<>();
		selected().forEach(item -> selected.add(item.id()));
		final List<Item> before = items;
		items = inOrder(transfers.items());
		table.setItemCount(items.size());
		final List<Integer> marked = new ArrayList<>();
		for (int i = 0; i < items.size(); i++) {
			final var item = items.get(i);
			if (i >= before.size() || !before.get(i).equals(item)) {
				fill(table.getItem(i), item);
			}
			if (selected.contains(item.id())) {
				marked.add(i);
			}
		}
		if (!before.stream().map(Item::id).toList().equals(items.stream().map(Item::id).toList())) {
			table.setSelection(marked.stream().mapToInt(Integer::intValue).toArray());
		}
		tools.update();
	}

	/** What runs and waits, as it comes; then what has ended, the latest first. */
	private static List<Item> inOrder(List<Item> all) {
		final List<Item> ended = all.stream().filter(item -> item.state().ended()).toList();
		return Stream.concat(all.stream().filter(item -> !item.state().ended()), ended.reversed().stream()).toList();
	}

	private static void fill(TableItem row, Item item) {
		row.setText(new String[] {TransferWords.name(item), folder(item.from()), folder(item.to()), TransferWords.progress(item), TransferWords.rate(item),
				TransferWords.left(item).map(TransferWords::clock).orElse(""), TransferWords.state(item)}); //$NON-NLS-1$
		row.setImage(0, Icons.image(TransferTable.class, TransferWords.icon(item.state())));
	}

	private static String folder(String text) {
		return Place.parse(text).parent().map(Place::text).orElse(text);
	}

	private void paint(Event event) {
		final int index = table.indexOf((TableItem) event.item);
		if (event.index != PROGRESS || index < 0 || index >= items.size()) {
			return;
		}
		final var item = items.get(index);
		final int percent = TransferWords.percent(item);
		if (percent >= 0 && (item.state() == State.RUNNING || item.state() == State.PAUSED || item.state() == State.QUEUED)) {
			final var cell = ((TableItem) event.item).getBounds(PROGRESS);
			final int width = cell.width - 2 * BAR;
			final int y = cell.y + cell.height - BAR - 1;
			event.gc.setBackground(TRACK);
			event.gc.fillRectangle(cell.x + BAR, y, width, BAR);
			event.gc.setBackground(DONE);
			event.gc.fillRectangle(cell.x + BAR, y, width * percent / 100, BAR);
		}
	}

	/** All of what went wrong, which the row has no room for. */
	private void explain(Item item) {
		MessageDialog.openError(getShell(), NLS.bind(Messages.TransferTable_failed, TransferWords.name(item)), item.message());
	}

	private void hover(Event event) {
		final var row = table.getItem(new Point(event.x, event.y));
		final int index = row == null ? -1 : table.indexOf(row);
		final String text = index >= 0 && index < items.size() && items.get(index).state() == State.FAILED ? items.get(index).message() : null;
		if (!Objects.equals(text, table.getToolTipText())) {
			table.setToolTipText(text);
		}
	}

	private List<Item> selected() {
		final List<Item> selected = new ArrayList<>();
		for (final int index : table.getSelectionIndices()) {
			if (index < items.size()) {
				selected.add(items.get(index));
			}
		}
		return selected;
	}

	@Override
	public boolean setFocus() {
		return table.setFocus();
	}
}
