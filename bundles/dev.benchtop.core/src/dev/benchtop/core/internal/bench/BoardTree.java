package dev.benchtop.core.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The nodes of a board, found by path; aliases are followed on the way. */
final class BoardTree {

	private final List<BoardNode> roots;
	private final List<BoardNode> all = new ArrayList<>();
	private final Map<BoardNode, Optional<BoardNode>> targets = new ConcurrentHashMap<>();

	BoardTree(List<BoardNode> roots) {
		this.roots = List.copyOf(roots);
		this.roots.forEach(this::collect);
	}

	private void collect(BoardNode node) {
		all.add(node);
		node.childNodes().forEach(this::collect);
	}

	List<BoardNode> roots() {
		return roots;
	}

	/** All nodes, depth first. */
	List<BoardNode> all() {
		return all;
	}

	/** The node at a path, with {@code .} or {@code /} between the names. */
	Optional<BoardNode> find(String path) {
		return new AliasWalk(roots).find(path);
	}

	/** What an alias stands for in the end; empty where its path leads nowhere or round in a circle. */
	Optional<BoardNode> target(BoardNode alias) {
		return targets.computeIfAbsent(alias, node -> new AliasWalk(roots).follow(node));
	}
}
