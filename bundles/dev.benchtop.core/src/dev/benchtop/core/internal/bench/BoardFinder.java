package dev.benchtop.core.internal.bench;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.internal.yaml.Near;

/** Finds the node that somebody means who names a board, or a part of it, and wants one capability. */
record BoardFinder(BoardModel board) {

	/** The node itself where it offers the capability, else those below it that do and are meant; aliases count as what they stand for. */
	static List<BoardNode> offering(BoardNode node, Class<? extends Capability> type) {
		if (node.offers(type)) {
			return node.target().stream().toList();
		}
		final Set<BoardNode> below = new LinkedHashSet<>();
		collect(node.childNodes(), type, below);
		return meant(below);
	}

	/** Without those that are aside, where others are not. */
	static List<BoardNode> meant(Collection<BoardNode> nodes) {
		final var first = nodes.stream().filter(node -> !node.shape().aside()).toList();
		return first.isEmpty() ? List.copyOf(nodes) : first;
	}

	private static void collect(List<BoardNode> nodes, Class<? extends Capability> type, Set<BoardNode> found) {
		for (final var node : nodes) {
			if (node.offers(type)) {
				node.target().ifPresent(found::add);
			}
			collect(node.childNodes(), type, found);
		}
	}

	BoardNode find(String path, Class<? extends Capability> type) throws BenchException {
		board.requireUsable();
		if (!path.isEmpty()) {
			final var node = board.tree().find(path).orElseThrow(() -> noNode(path));
			if (node.unsupported()) {
				throw BenchException.usage(NLS.bind(Messages.unsupported, node.type())).where(node.toString()).build();
			}
			return one(node.target().map(target -> offering(target, type)).orElse(List.of()), node.toString(), type);
		}
		final var preferred = board.preferred(type);
		if (preferred.isPresent()) {
			return preferred.get();
		}
		final Set<BoardNode> all = new LinkedHashSet<>();
		collect(board.tree().roots(), type, all);
		return one(meant(all), board.name(), type);
	}

	private BoardNode one(List<BoardNode> found, String where, Class<? extends Capability> type) throws BenchException {
		if (found.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.notOfferedBelow, Capabilities.words(type))).where(where)
					.next(NLS.bind(Messages.nodesAre, paths(board.tree().all()))).build();
		}
		if (found.size() > 1) {
			throw BenchException.usage(NLS.bind(Messages.ambiguous, Capabilities.words(type), paths(found))).where(where)
					.next(NLS.bind(Messages.nameOne, board.file().getFileName())).build();
		}
		return found.getFirst();
	}

	private BenchException noNode(String path) {
		final var known = board.tree().all().stream().map(BoardNode::path).toList();
		return BenchException.usage(NLS.bind(Messages.noNode, path, Near.hint(path.replace('/', '.'), known))).where(board.name()).build();
	}

	private static String paths(List<BoardNode> nodes) {
		return nodes.stream().map(BoardNode::path).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}
}
