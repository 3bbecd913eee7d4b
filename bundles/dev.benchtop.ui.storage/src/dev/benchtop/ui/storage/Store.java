package dev.benchtop.ui.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.ui.Nodes;

/**
 * Something that can be browsed: a storage of the bench, or a node of a board that offers one.
 *
 * @param name as it is addressed
 * @param board the file that it stands in
 * @param node empty where the file is broken
 */
record Store(String name, Board board, Optional<Node> node) {

	/** All of a bench: its storages, then those of its boards. */
	static List<Store> of(Bench bench) {
		final List<Store> stores = new ArrayList<>();
		for (final var storage : bench.storages()) {
			stores.add(new Store(storage.name(), storage, storage.nodes().stream().findFirst()));
		}
		for (final var board : bench.boards()) {
			board.allNodes().stream().filter(node -> node.offers(Storage.class) && node.ref().isEmpty())
					.forEach(node -> stores.add(new Store(Nodes.address(node), board, Optional.of(node))));
		}
		return stores;
	}

	/** Whether it is a file of its own in the bench, which can be edited and removed as one. */
	boolean standsAlone() {
		return board.kind() == Board.Kind.STORAGE;
	}

	/** How it stands, for the eye. */
	NodeState state() {
		return board.usable() && node.isPresent() ? node.get().state() : board.state();
	}
}
