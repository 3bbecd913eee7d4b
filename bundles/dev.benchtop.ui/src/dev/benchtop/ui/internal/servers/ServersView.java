package dev.benchtop.ui.internal.servers;

import java.util.List;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;

/** All file servers: where each listens, what it serves, who fetches what from it now, and what was asked for in vain. */
public final class ServersView {

	public static final String ID = "dev.benchtop.ui.servers"; //$NON-NLS-1$

	private static final int FRAME_MILLIS = 250;
	private static final int[] SHARES = {46, 54};

	private final ServerRoom room;
	private Composite stack;
	private Composite empty;
	private SashForm content;
	private ServersTree tree;
	private TransferTable table;
	private ServerActions actions;

	@Inject
	ServersView(ServerRoom room) {
		this.room = room;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		actions = new ServerActions(this, room);
		actions.createBar(parent);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		empty = new NoServers(room).create(stack);
		content = new SashForm(stack, SWT.HORIZONTAL);
		tree = new ServersTree(content);
		table = new TransferTable(content);
		content.setWeights(SHARES);
		tree.viewer().addSelectionChangedListener(_ -> tick());
		tree.viewer().addDoubleClickListener(_ -> tree.selected().ifPresent(entry -> actions.toggle(entry)));
		table.control().addListener(SWT.Selection, _ -> actions.update());
		actions.attachMenus(tree.viewer().getTree(), table.control());
		ServerDrop.on(tree.viewer(), room);
		FileDropTarget.on(empty, room);
		tick();
		repeat();
	}

	@Focus
	void focus() {
		if (stack.isDisposed() || content.isDisposed()) {
			return;
		}
		if (((StackLayout) stack.getLayout()).topControl == content) {
			tree.viewer().getTree().setFocus();
		} else {
			empty.setFocus();
		}
	}

	/** The server that is meant: the one that is selected, itself or by a row of it, else the only one. */
	Optional<ServerEntry> selected() {
		final var entries = room.entries();
		return tree.selected().or(() -> table.selected().map(TransferRow::entry)).or(() -> entries.size() == 1 ? Optional.of(entries.getFirst()) : Optional.empty());
	}

	/** The name of the file that is meant: of the published file or the row that is selected, the nearest where it was not there. */
	Optional<String> selectedName() {
		return tree.selectedFile().map(ServerEntry.Published::name).or(() -> table.selected().map(row -> row instanceof TransferRow.Missed missed
				? missed.missing().near().stream().findFirst().orElse(row.name()) : row.name()));
	}

	Optional<ServerEntry.Published> selectedFile() {
		return tree.selectedFile();
	}

	private void repeat() {
		stack.getDisplay().timerExec(FRAME_MILLIS, () -> {
			if (!stack.isDisposed()) {
				if (stack.isVisible()) {
					tick();
				}
				repeat();
			}
		});
	}

	private void tick() {
		final List<ServerEntry> entries = room.entries();
		final var layout = (StackLayout) stack.getLayout();
		final var top = entries.isEmpty() ? empty : content;
		if (layout.topControl != top) {
			layout.topControl = top;
			stack.layout();
		}
		tree.show(entries);
		final var selected = tree.selected();
		table.show(TransferRow.of(selected.map(List::of).orElse(entries)));
		actions.update();
	}
}
