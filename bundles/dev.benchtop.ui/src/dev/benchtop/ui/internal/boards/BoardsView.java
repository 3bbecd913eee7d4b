package dev.benchtop.ui.internal.boards;

import java.util.Optional;

import org.eclipse.e4.ui.di.Focus;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

import dev.benchtop.core.bench.Address;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.SoftSelection;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;

/** The tree of boards: which are there, how each stands, what runs. */
public final class BoardsView {

	public static final String ID = "dev.benchtop.ui.boards"; //$NON-NLS-1$

	private static final String SELECTED = "selected"; //$NON-NLS-1$
	private static final int NAME_WEIGHT = 62;
	private static final int STATE_WEIGHT = 38;

	private final BenchSession session;
	private final MPart part;
	private final BoardFilter filter = new BoardFilter();
	private TreeViewer viewer;
	private Folding folding;
	private Text search;
	private Subscription subscription;
	private boolean selecting;

	@Inject
	BoardsView(BenchSession session, MPart part) {
		this.session = session;
		this.part = part;
	}

	@PostConstruct
	void create(Composite parent) {
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		search = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage(Messages.BoardsView_filter);
		search.addModifyListener(_ -> filter());
		search.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				viewer.getTree().setFocus();
			} else if (event.keyCode == SWT.ESC) {
				search.setText(""); //$NON-NLS-1$
			}
		});
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 0).applyTo(search);
		createTree(parent);
		subscription = session.onChange(this::refresh);
		refresh();
	}

	private void createTree(Composite parent) {
		final var holder = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(holder);
		final var columns = new TreeColumnLayout();
		holder.setLayout(columns);
		viewer = new TreeViewer(holder, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL);
		viewer.setUseHashlookup(true);
		viewer.setComparer(new ByAddress());
		viewer.setContentProvider(new BoardTree());
		viewer.addFilter(filter);
		viewer.getTree().setData("org.eclipse.e4.ui.css.id", "benchtop-boards"); //$NON-NLS-1$ //$NON-NLS-2$
		folding = new Folding(viewer);
		ColumnViewerToolTipSupport.enableFor(viewer);
		final var name = new TreeViewerColumn(viewer, SWT.NONE);
		name.setLabelProvider(new NameLabels());
		columns.setColumnData(name.getColumn(), new ColumnWeightData(NAME_WEIGHT, 120));
		final var state = new TreeViewerColumn(viewer, SWT.NONE);
		state.setLabelProvider(new StateLabels());
		columns.setColumnData(state.getColumn(), new ColumnWeightData(STATE_WEIGHT, 80));
		viewer.addPostSelectionChangedListener(_ -> selected());
		viewer.addSelectionChangedListener(_ -> selected());
		viewer.addDoubleClickListener(event -> new DefaultAction(viewer).run(((IStructuredSelection) event.getSelection()).getFirstElement()));
		viewer.getTree().addListener(SWT.KeyDown, event -> {
			if (Character.isLetterOrDigit(event.character) && (event.stateMask & SWT.MODIFIER_MASK & ~SWT.SHIFT) == 0) {
				search.append(String.valueOf(event.character));
				search.setFocus();
				search.setSelection(search.getCharCount());
				event.doit = false;
			}
		});
		SoftSelection.on(viewer.getTree());
		final var menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		menu.addMenuListener(new ContextMenu(session));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		FileDrop.on(viewer);
	}

	@Focus
	void focus() {
		viewer.getTree().setFocus();
	}

	@PreDestroy
	void dispose() {
		subscription.close();
	}

	private void selected() {
		if (!selecting) {
			final var selection = viewer.getStructuredSelection();
			session.select(selection.toList());
			if (!selection.isEmpty()) {
				part.getPersistedState().put(SELECTED, ByAddress.key(selection.getFirstElement()).toString());
			}
		}
	}

	private void filter() {
		filter.pattern(search.getText());
		viewer.refresh();
		if (!search.getText().isBlank()) {
			viewer.expandAll();
		}
		folding.forget();
		refresh();
	}

	private void refresh() {
		final var tree = viewer.getTree();
		if (tree.isDisposed()) {
			return;
		}
		final Bench bench = session.bench().orElse(null);
		selecting = true;
		try {
			if (viewer.getInput() != bench) {
				viewer.setInput(bench);
				folding.forget();
			} else {
				viewer.refresh(true);
			}
			if (bench != null && search.getText().isBlank()) {
				folding.update(bench);
			}
			viewer.setSelection(new StructuredSelection(session.selection()));
		} finally {
			selecting = false;
		}
		if (session.selection().isEmpty() && bench != null && !bench.boards().isEmpty()) {
			viewer.setSelection(new StructuredSelection(remembered(bench)));
		}
	}

	/** What was selected when the window was left, else the first board. */
	private Object remembered(Bench bench) {
		final var address = Address.parse(part.getPersistedState().getOrDefault(SELECTED, "")); //$NON-NLS-1$
		final Optional<Board> board = bench.findBoard(address.board());
		return board.flatMap(found -> found.node(address.node())).<Object>map(node -> node).or(() -> board).orElse(bench.boards().getFirst());
	}
}
