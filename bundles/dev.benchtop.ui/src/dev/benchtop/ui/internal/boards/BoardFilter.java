package dev.benchtop.ui.internal.boards;

import java.util.Locale;

import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;

/** Leaves the boards whose name, description or state has the words that were typed, and the nodes of which that is true. */
final class BoardFilter extends ViewerFilter {

	private String[] words = {};

	void pattern(String text) {
		words = text.isBlank() ? new String[0] : text.toLowerCase(Locale.ROOT).strip().split("\\s+"); //$NON-NLS-1$
	}

	@Override
	public boolean select(Viewer viewer, Object parent, Object element) {
		return words.length == 0 || switch (element) {
			case Board board -> matches(board) || board.nodes().stream().anyMatch(node -> select(viewer, board, node));
			case Node node -> matches(node.board()) || matches(node) || node.children().stream().anyMatch(child -> select(viewer, node, child));
			default -> true;
		};
	}

	private boolean matches(Board board) {
		return matches(board.name() + ' ' + board.description() + ' ' + board.state().word());
	}

	private boolean matches(Node node) {
		return matches(node.name() + ' ' + node.type() + ' ' + node.state().word());
	}

	private boolean matches(String text) {
		final String lower = text.toLowerCase(Locale.ROOT);
		for (final String word : words) {
			if (!lower.contains(word)) {
				return false;
			}
		}
		return true;
	}
}
