package dev.benchtop.ui;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Capability;

/** Finds the nodes that a command is meant for. */
public final class Nodes {

	private Nodes() {
	}

	/**
	 * The nodes that offer a capability and are meant by a selection of boards and nodes: a node itself, the one below it, or the
	 * default one of its board; all of the board where the board names none. Never blocks.
	 */
	public static List<Node> of(List<?> selection, Class<? extends Capability> type) {
		final Set<Node> nodes = new LinkedHashSet<>();
		for (final Object selected : selection) {
			switch (selected) {
				case Board board -> nodes.addAll(of(board, type));
				case Node node when node.offers(type) -> nodes.add(node);
				case Node node -> nodes.addAll(of(node, type));
				default -> { }
			}
		}
		return List.copyOf(nodes);
	}

	/** The boards of a selection of boards and nodes. */
	public static List<Board> boards(List<?> selection) {
		final Set<Board> boards = new LinkedHashSet<>();
		for (final Object selected : selection) {
			switch (selected) {
				case Board board -> boards.add(board);
				case Node node -> boards.add(node.board());
				default -> { }
			}
		}
		return List.copyOf(boards);
	}

	/** {@code BOARD/NODE}, as on the command line. */
	public static String address(Node node) {
		return node.board().name() + '/' + node.path();
	}

	private static List<Node> of(Node node, Class<? extends Capability> type) {
		try {
			return List.of(node.board().find(node.path(), type));
		} catch (BenchException _) {
			return of(node.board(), type);
		}
	}

	private static List<Node> of(Board board, Class<? extends Capability> type) {
		try {
			return List.of(board.find("", type)); //$NON-NLS-1$
		} catch (BenchException _) {
			return board.allNodes().stream().filter(node -> node.offers(type) && node.ref().isEmpty()).toList();
		}
	}
}
