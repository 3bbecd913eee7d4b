package dev.benchtop.ui.internal.snapshots;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.capability.Snapshots.Tree;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Nodes;
import dev.benchtop.ui.SoftSelection;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.internal.snapshots.SnapshotLabels.Column;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** What is kept of the selected board: a tree of its snapshots, and the screen of the one that is selected. */
public final class SnapshotsView {

	public static final String ID = "dev.benchtop.ui.snapshots"; //$NON-NLS-1$

	private static final int[] SHARES = {62, 38};

	/** A column: which, its title, its share of the width and the points that it needs. */
	private record Wide(Column column, String title, int weight, int least) {
	}

	private final BenchSession session;
	private final SnapshotTree content = new SnapshotTree();
	private Composite stack;
	private Label words;
	private SashForm split;
	private TreeViewer viewer;
	private Picture picture;
	private SnapshotActions actions;
	private Subscription subscription;
	private String seen = ""; //$NON-NLS-1$
	private Node node;

	@Inject
	SnapshotsView(BenchSession session) {
		this.session = session;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		actions = new SnapshotActions(parent, () -> Optional.ofNullable(node), this::selected);
		stack = new Composite(parent, SWT.NONE);
		stack.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(stack);
		words = new Label(stack, SWT.WRAP | SWT.CENTER);
		split = new SashForm(stack, SWT.HORIZONTAL);
		createTree();
		picture = new Picture(split);
		split.setWeights(SHARES);
		viewer.addSelectionChangedListener(_ -> selectionChanged());
		subscription = session.onChange(this::refresh);
		refresh();
	}

	private void createTree() {
		final var holder = new Composite(split, SWT.NONE);
		final var layout = new TreeColumnLayout();
		holder.setLayout(layout);
		viewer = new TreeViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.setContentProvider(content);
		viewer.getTree().setHeaderVisible(true);
		for (final var wide : List.of(new Wide(Column.NAME, Messages.SnapshotsView_name, 28, 90), new Wide(Column.TIME, Messages.SnapshotsView_time, 26, 180),
				new Wide(Column.KIND, Messages.SnapshotsView_kind, 22, 140), new Wide(Column.NOTE, Messages.SnapshotsView_note, 24, 60))) {
			final var column = new TreeViewerColumn(viewer, SWT.NONE);
			column.getColumn().setText(wide.title());
			column.setLabelProvider(new SnapshotLabels(wide.column(), content));
			layout.setColumnData(column.getColumn(), new ColumnWeightData(wide.weight(), wide.least()));
		}
		SoftSelection.on(viewer.getTree());
		actions.attachMenu(viewer.getTree());
	}

	@Focus
	void focus() {
		viewer.getTree().setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
	}

	private Optional<Snapshot> selected() {
		return Optional.ofNullable((Snapshot) viewer.getStructuredSelection().getFirstElement());
	}

	private void refresh() {
		if (stack.isDisposed()) {
			return;
		}
		node = Nodes.of(session.selection(), Snapshots.class).stream().findFirst().orElse(null);
		if (node == null) {
			seen = ""; //$NON-NLS-1$
			tell(Messages.SnapshotsView_noBoard);
		} else if (node.peek(Snapshots.class).isEmpty()) {
			seen = ""; //$NON-NLS-1$
			tell(Messages.SnapshotsView_off);
		} else {
			final String now = Nodes.address(node) + ' ' + node.state();
			if (!now.equals(seen)) {
				seen = now;
				load(node, node.peek(Snapshots.class).orElseThrow());
			}
		}
		actions.update();
	}

	private void load(Node of, Snapshots snapshots) {
		final var display = stack.getDisplay();
		Work.quietly(Messages.SnapshotsView_name, _ -> {
			final Tree tree = snapshots.tree();
			display.asyncExec(() -> show(of, tree));
		});
	}

	private void show(Node of, Tree tree) {
		if (stack.isDisposed() || of != node) {
			return;
		}
		final var before = selected().map(Snapshot::name);
		content.show(tree);
		viewer.setInput(tree);
		viewer.expandAll();
		if (tree.snapshots().isEmpty()) {
			tell(NLS.bind(Messages.SnapshotsView_none, of.board().name()));
		} else {
			top(split);
			before.or(tree::current).flatMap(tree::find).ifPresent(snapshot -> viewer.setSelection(new StructuredSelection(snapshot), true));
		}
		selectionChanged();
	}

	private void tell(String text) {
		if (!words.getText().equals(text)) {
			words.setText(text);
		}
		top(words);
	}

	private void top(Control control) {
		final var layout = (StackLayout) stack.getLayout();
		if (layout.topControl != control) {
			layout.topControl = control;
			stack.layout();
		}
	}

	private void selectionChanged() {
		actions.update();
		final var selected = selected();
		final var display = stack.getDisplay();
		if (selected.isEmpty()) {
			picture.show(Optional.empty(), ""); //$NON-NLS-1$
			return;
		}
		Work.quietly(Messages.SnapshotsView_name, _ -> {
			final var data = Picture.read(selected.get().picture());
			display.asyncExec(() -> {
				if (!stack.isDisposed() && Objects.equals(selected, selected())) {
					picture.show(data, Messages.SnapshotsView_noPicture);
				}
			});
		});
	}
}
