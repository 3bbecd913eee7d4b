package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import dev.benchtop.ui.internal.forms.BoardEditing;

/** <i>New board…</i> */
public final class NewBoardHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		BoardEditing.newBoard();
		return null;
	}
}
