package dev.benchtop.ui.internal.handlers;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Board;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Nodes;

/** A command on the one board that is selected. */
abstract class SelectedBoard extends AbstractHandler {

	abstract void run(Board board);

	boolean possible(Board board) {
		return true;
	}

	@Override
	public final boolean isEnabled() {
		return board().isPresent();
	}

	@Override
	public final Object execute(ExecutionEvent event) {
		board().ifPresent(this::run);
		return null;
	}

	private Optional<Board> board() {
		final var boards = Nodes.boards(PlatformUI.getWorkbench().getService(BenchSession.class).selection());
		return boards.size() == 1 ? Optional.of(boards.getFirst()).filter(this::possible) : Optional.empty();
	}
}
