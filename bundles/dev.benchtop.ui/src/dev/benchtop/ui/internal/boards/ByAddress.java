package dev.benchtop.ui.internal.boards;

import java.util.Objects;

import org.eclipse.jface.viewers.IElementComparer;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.ui.Nodes;

/** Takes boards and nodes for the same if they have one address, so that rows stay as they are when the files are read again. */
final class ByAddress implements IElementComparer {

	@Override
	public boolean equals(Object one, Object other) {
		return Objects.equals(key(one), key(other));
	}

	@Override
	public int hashCode(Object element) {
		return key(element).hashCode();
	}

	/** The address of a board or node. */
	static Object key(Object element) {
		return switch (element) {
			case Board board -> board.name();
			case Node node -> Nodes.address(node);
			case null -> ""; //$NON-NLS-1$
			default -> element;
		};
	}
}
