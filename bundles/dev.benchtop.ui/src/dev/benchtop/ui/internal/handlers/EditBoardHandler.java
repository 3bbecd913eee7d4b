package dev.benchtop.ui.internal.handlers;

import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** <i>Edit…</i> */
public final class EditBoardHandler extends SelectedBoard {

	@Override
	boolean possible(Board board) {
		return board.usable();
	}

	@Override
	void run(Board board) {
		BoardEditing.edit(board);
	}
}
