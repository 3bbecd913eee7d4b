package dev.benchtop.ui.internal.boards;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.viewers.ITreeViewerListener;
import org.eclipse.jface.viewers.TreeExpansionEvent;
import org.eclipse.jface.viewers.TreeViewer;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;

/** Which rows are open: all of a small bench and none of a large one, but for those that the user opened or closed. */
final class Folding implements ITreeViewerListener {

	private static final int SMALL = 6;

	private final TreeViewer viewer;
	private final Set<Object> opened = new HashSet<>();
	private final Set<Object> closed = new HashSet<>();
	private List<Object> shown = List.of();

	Folding(TreeViewer viewer) {
		this.viewer = viewer;
		viewer.addTreeListener(this);
	}

	/** Opens and closes the rows if other boards or nodes are there than before. */
	void update(Bench bench) {
		final List<Object> now = bench.boards().stream().<Object>mapMulti((board, out) -> {
			out.accept(ByAddress.key(board));
			board.allNodes().forEach(node -> out.accept(ByAddress.key(node)));
		}).toList();
		if (!now.equals(shown)) {
			shown = now;
			final boolean small = bench.boards().size() <= SMALL;
			for (final Board board : bench.boards()) {
				fold(board, small);
				for (final Node node : board.allNodes()) {
					fold(node, small);
				}
			}
		}
	}

	/** Opens and closes the rows at the next update, whatever was there before. */
	void forget() {
		shown = List.of();
	}

	private void fold(Object element, boolean open) {
		final Object key = ByAddress.key(element);
		viewer.setExpandedState(element, opened.contains(key) || open && !closed.contains(key));
	}

	@Override
	public void treeExpanded(TreeExpansionEvent event) {
		opened.add(ByAddress.key(event.getElement()));
		closed.remove(ByAddress.key(event.getElement()));
	}

	@Override
	public void treeCollapsed(TreeExpansionEvent event) {
		closed.add(ByAddress.key(event.getElement()));
		opened.remove(ByAddress.key(event.getElement()));
	}
}
