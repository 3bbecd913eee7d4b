package dev.benchtop.ui.internal.boards;

import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;

/** Icon, name and tooltip of a board or node. */
final class NameLabels extends ColumnLabelProvider {

	@Override
	public String getText(Object element) {
		return element instanceof Node node ? node.name() : ((Board) element).name();
	}

	@Override
	public Image getImage(Object element) {
		return NodeIcons.of(element);
	}

	@Override
	public String getToolTipText(Object element) {
		return Tooltips.of(element);
	}
}
