package dev.benchtop.ui.internal.boards;

import org.eclipse.jface.viewers.ITreeContentProvider;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;

/** Boards and their nodes as a tree. */
final class BoardTree implements ITreeContentProvider {

	private static final Object[] NONE = {};

	@Override
	public Object[] getElements(Object input) {
		return input instanceof Bench bench ? bench.boards().toArray() : NONE;
	}

	@Override
	public Object[] getChildren(Object parent) {
		return switch (parent) {
			case Board board -> board.nodes().toArray();
			case Node node -> node.children().toArray();
			default -> NONE;
		};
	}

	@Override
	public Object getParent(Object element) {
		if (element instanceof Node node) {
			final int dot = node.path().lastIndexOf('.');
			return dot < 0 ? node.board() : node.board().node(node.path().substring(0, dot)).orElse(null);
		}
		return null;
	}

	@Override
	public boolean hasChildren(Object element) {
		return getChildren(element).length > 0;
	}
}
