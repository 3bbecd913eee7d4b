package dev.benchtop.ui.console;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.ui.BenchSession;

/** Opens the consoles of what is selected: of a node itself, else the first of its board. */
public final class OpenConsoleHandler extends AbstractHandler {

	@Override
	public void setEnabled(Object evaluationContext) {
		setBaseEnabled(!consoles().isEmpty());
	}

	@Override
	public Object execute(ExecutionEvent event) {
		consoles().forEach(OpenConsoleAction::open);
		return null;
	}

	private static List<Node> consoles() {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		return session.selection().stream().flatMap(selected -> console(selected).stream()).distinct().toList();
	}

	private static Optional<Node> console(Object selected) {
		return switch (selected) {
			case Node node when node.offers(Console.class) -> Optional.of(node);
			case Node node -> first(node.board());
			case Board board -> first(board);
			default -> Optional.empty();
		};
	}

	private static Optional<Node> first(Board board) {
		return board.allNodes().stream().filter(node -> node.offers(Console.class)).map(node -> node.ref().orElse(node)).findFirst();
	}
}
