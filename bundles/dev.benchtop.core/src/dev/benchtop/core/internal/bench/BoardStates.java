package dev.benchtop.core.internal.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Power;

/** How the nodes of one board and the board as a whole stand; says so when that changes. */
final class BoardStates {

	private static final String BOARD = ""; //$NON-NLS-1$

	private final BoardModel board;
	private final Consumer<BenchEvent> events;
	private final Map<String, NodeState> own = new HashMap<>();
	private final Map<String, NodeState> overlays = new HashMap<>();
	private long version;

	BoardStates(BoardModel board, Consumer<BenchEvent> events) {
		this.board = board;
		this.events = events;
	}

	/** What the findings of a file say of its nodes. */
	synchronized void begin(List<BoardNode> nodes, List<Finding> findings) {
		for (final var node : nodes) {
			node.spec().flatMap(spec -> findings.stream().filter(finding -> concerns(finding, spec)).findFirst())
					.ifPresent(finding -> own.put(node.path(), of(finding)));
		}
	}

	private static boolean concerns(Finding finding, NodeSpec spec) {
		final String key = finding.key();
		return key.equals(spec.key()) || key.startsWith(spec.key() + '.') && !key.startsWith(spec.key() + ".children."); //$NON-NLS-1$
	}

	private static NodeState of(Finding finding) {
		if (finding.severity() == Finding.Severity.ERROR) {
			return new NodeState(Level.ERROR, Messages.error, finding.message());
		}
		return new NodeState(Level.WARNING, finding.key().endsWith(".type") ? Messages.unsupportedWord : Messages.warning, finding.message()); //$NON-NLS-1$
	}

	synchronized NodeState of(BoardNode node) {
		final String path = node.target().map(BoardNode::path).orElse(node.path());
		return overlays.getOrDefault(path, own.getOrDefault(path, NodeState.UNKNOWN));
	}

	/** A node stands so by itself. */
	void publish(String path, NodeState state) {
		change(path, true, () -> own.put(path, state));
	}

	/** The driver of a node was made: an error that its last making left is over. */
	void forgive(String path) {
		change(path, true, () -> own.computeIfPresent(path, (_, state) -> state.level() == Level.ERROR ? NodeState.UNKNOWN : state));
	}

	/** A node, or with an empty path the board, stands so on behalf of someone, until {@link NodeState#UNKNOWN} is given. */
	void overlay(String path, NodeState state) {
		final String target = board.tree().find(path).flatMap(BoardNode::target).map(BoardNode::path).orElse(path);
		change(target, state.equals(NodeState.UNKNOWN), () -> state.equals(NodeState.UNKNOWN) ? overlays.remove(target) : overlays.put(target, state));
	}

	/** Grows with every change of how the nodes stand; the progress of those who work with them is none. */
	synchronized long version() {
		return version;
	}

	/** Says again how a node stands: something else of it changed. */
	synchronized void announce(BoardNode node) {
		events.accept(new BenchEvent.StateChanged(board.name(), node.path(), of(node)));
	}

	synchronized boolean overlaid() {
		return !overlays.isEmpty();
	}

	private synchronized void change(String path, boolean counts, Supplier<NodeState> change) {
		final List<BoardNode> shown = board.tree().all().stream().filter(node -> isShownBy(node, path)).toList();
		final List<NodeState> before = shown.stream().map(this::of).toList();
		final var boardBefore = board();
		change.get();
		if (counts && !shown.stream().map(this::of).toList().equals(before)) {
			version++;
		}
		for (int i = 0; i < shown.size(); i++) {
			final var now = of(shown.get(i));
			if (!now.equals(before.get(i))) {
				events.accept(new BenchEvent.StateChanged(board.name(), shown.get(i).path(), now));
			}
		}
		final var boardNow = board();
		if (!boardNow.equals(boardBefore)) {
			events.accept(new BenchEvent.StateChanged(board.name(), BOARD, boardNow));
		}
	}

	private static boolean isShownBy(BoardNode node, String path) {
		return node.path().equals(path) || node.target().filter(target -> target.path().equals(path)).isPresent();
	}

	/** The board as a whole: an error, what is done with it, its power, what else is known. */
	synchronized NodeState board() {
		final var wrong = board.findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).findFirst();
		if (wrong.isPresent()) {
			final var place = board.file().getFileName() + (wrong.get().line() > 0 ? ":" + wrong.get().line() : ""); //$NON-NLS-1$ //$NON-NLS-2$
			final var key = wrong.get().key().isEmpty() ? "" : wrong.get().key() + ": "; //$NON-NLS-1$ //$NON-NLS-2$
			return new NodeState(Level.ERROR, Messages.error, place + ": " + key + wrong.get().message()); //$NON-NLS-1$
		}
		return nodeOf(Level.ERROR).or(() -> Optional.ofNullable(overlays.get(BOARD))).or(() -> nodeOf(Level.BUSY)).or(this::power)
				.or(() -> nodeOf(Level.WARNING)).or(() -> nodeOf(Level.ON)).or(() -> nodeOf(Level.OFF)).orElse(NodeState.UNKNOWN);
	}

	private Optional<NodeState> nodeOf(Level level) {
		return board.tree().all().stream().filter(node -> of(node).level() == level).findFirst().map(node -> {
			final var state = of(node);
			return level == Level.ERROR || level == Level.WARNING ? new NodeState(level, state.word(), node.path() + ": " + state.detail()) : state; //$NON-NLS-1$
		});
	}

	/** On where any power switch is on; off where one is off and none on. */
	private Optional<NodeState> power() {
		final List<NodeState> switches = board.tree().all().stream().filter(node -> node.offers(Power.class)).map(this::of).toList();
		return switches.stream().filter(state -> state.level() == Level.ON).findFirst()
				.or(() -> switches.stream().filter(state -> state.level() == Level.OFF).findFirst());
	}
}
