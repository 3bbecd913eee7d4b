package dev.benchtop.ui.internal.boards;

import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.eclipse.jface.viewers.OwnerDrawLabelProvider;
import org.eclipse.jface.viewers.ViewerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;

/** How a board or node stands: an icon, a word, and a bar under it where the word is a percentage. */
final class StateLabels extends OwnerDrawLabelProvider {

	private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})\\s?%.*"); //$NON-NLS-1$
	private static final int ICON = 16;
	private static final int GAP = 5;
	private static final int BAR = 2;

	/** The word is drawn below; as the cell's text it is there for assistive technologies too. */
	@Override
	public void update(ViewerCell cell) {
		final String word = state(cell.getElement()).word();
		if (!word.equals(cell.getText())) {
			cell.setText(word);
		}
		super.update(cell);
	}

	@Override
	protected void erase(Event event, Object element) {
		event.detail &= ~SWT.FOREGROUND;
	}

	@Override
	protected void measure(Event event, Object element) {
		final String word = state(element).word();
		event.width = ICON + GAP + event.gc.textExtent(word).x + GAP;
		event.height = Math.max(event.height, ICON + GAP);
	}

	@Override
	protected void paint(Event event, Object element) {
		final NodeState state = state(element);
		final Rectangle cell = ((TreeItem) event.item).getBounds(event.index);
		if (state.level() == Level.UNKNOWN && state.word().isEmpty()) {
			return;
		}
		final var gc = event.gc;
		gc.drawImage(NodeIcons.of(state.level()), cell.x, cell.y + (cell.height - ICON) / 2);
		gc.setForeground(((Tree) event.widget).getForeground()); // the selection is only a tint
		final var extent = gc.textExtent(state.word());
		final int x = cell.x + ICON + GAP;
		gc.drawText(state.word(), x, cell.y + (cell.height - extent.y) / 2, true);
		percent(state).ifPresent(percent -> {
			final int width = Math.max(0, cell.width - ICON - 2 * GAP);
			final int y = cell.y + cell.height - BAR - 1;
			gc.setBackground(Colors.TRACK);
			gc.fillRectangle(x, y, width, BAR);
			gc.setBackground(Colors.PROGRESS);
			gc.fillRectangle(x, y, width * percent / 100, BAR);
		});
	}

	@Override
	public String getToolTipText(Object element) {
		return Tooltips.of(element);
	}

	static NodeState state(Object element) {
		return element instanceof Node node ? node.state() : ((Board) element).state();
	}

	static OptionalInt percent(NodeState state) {
		final var match = PERCENT.matcher(state.word());
		return state.level() == Level.BUSY && match.matches() ? OptionalInt.of(Math.min(100, Integer.parseInt(match.group(1)))) : OptionalInt.empty();
	}
}
