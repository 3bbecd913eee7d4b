package dev.benchtop.core.internal.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One way along aliases to the node that they stand for. */
final class AliasWalk {

	private final List<BoardNode> roots;
	private final Deque<BoardNode> way = new ArrayDeque<>();
	private Optional<String> circle = Optional.empty();
	private Optional<BoardNode> last = Optional.empty();

	AliasWalk(List<BoardNode> roots) {
		this.roots = roots;
	}

	Optional<BoardNode> follow(BoardNode node) {
		final var ref = node.spec().flatMap(NodeSpec::ref);
		if (ref.isEmpty()) {
			return Optional.of(node);
		}
		if (way.contains(node)) {
			circle = Optional.of(Stream.concat(way.stream().dropWhile(other -> other != node), Stream.of(node)).map(BoardNode::path)
					.collect(Collectors.joining(" -> "))); //$NON-NLS-1$
			return Optional.empty();
		}
		way.addLast(node);
		final var target = find(ref.get()).flatMap(this::follow);
		way.removeLast();
		return target;
	}

	Optional<BoardNode> find(String path) {
		final String[] names = path.split("[./]", -1); //$NON-NLS-1$
		Optional<BoardNode> node = roots.stream().filter(root -> root.name().equals(names[0])).findFirst();
		for (int i = 1; i < names.length && node.isPresent(); i++) {
			final String name = names[i];
			last = node.flatMap(this::follow);
			node = last.flatMap(parent -> parent.child(name));
		}
		return node;
	}

	/** The aliases that lead round in a circle, if the way ended so. */
	Optional<String> circle() {
		return circle;
	}

	/** The last node whose child was looked for. */
	Optional<BoardNode> last() {
		return last;
	}
}
