package dev.benchtop.ui.internal.handlers;

import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.internal.forms.BoardEditing;

/** <i>Edit as text…</i> */
public final class EditTextHandler extends SelectedBoard {

	@Override
	void run(Board board) {
		BoardEditing.editText(board.file(), board.findings().stream().findFirst().map(finding -> finding.line()).orElse(0));
	}
}
