package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import org.snakeyaml.engine.v2.nodes.ScalarNode;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.Finding;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.DriverRegistry;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.config.Variables;

/** A board as one content of its file describes it; a changed file makes a new one. */
final class BoardModel implements Board {

	private final BenchModel bench;
	private final BoardSpec spec;
	private final List<Finding> read;
	private final List<Finding> findings;
	private final BoardTree tree;
	private final BoardStates states;
	private final DriverMakers makers;
	private volatile List<Finding> rivals = List.of();
	private final boolean trial;
	private boolean retired;

	BoardModel(BenchModel bench, BoardSpec spec) {
		this(bench, spec, false);
	}

	/** A board that is only tried: nobody hears how it stands, and it needs no trust. */
	static BoardModel trial(BenchModel bench, BoardSpec spec) {
		return new BoardModel(bench, spec, true);
	}

	private BoardModel(BenchModel bench, BoardSpec spec, boolean trial) {
		this.bench = bench;
		this.trial = trial;
		this.spec = spec;
		this.read = spec.findings().all();
		this.makers = new DriverMakers(this);
		this.tree = new BoardTree(spec.nodes().stream().map(node -> new BoardNode(this, node)).toList());
		this.states = new BoardStates(this, trial ? _ -> { } : bench::publish);
		new ReferenceCheck(tree, spec.findings()).check(spec);
		this.findings = spec.findings().all();
		states.begin(tree.all(), findings);
	}

	/** Whether a newly read file says the same, by the same driver types. */
	boolean says(BoardSpec other) {
		return spec.text().equals(other.text()) && spec.types().equals(other.types()) && read.equals(other.findings().all());
	}

	/** Takes what is wrong with the board for reasons outside its file; returns whether that is new. */
	boolean rivals(List<Finding> now) {
		final boolean changed = !rivals.equals(now);
		rivals = now;
		return changed;
	}

	/** Whether it is the one that is meant by its name. */
	boolean ownsName() {
		return rivals.isEmpty();
	}

	BoardTree tree() {
		return tree;
	}

	BoardStates states() {
		return states;
	}

	DriverMakers makers() {
		return makers;
	}

	Dialect dialect() {
		return spec.dialect();
	}

	Path folder() {
		return spec.folder();
	}

	Path runtimeFolder() {
		return bench.places().runtime(bench.folder(), name());
	}

	Path cacheFolder() {
		return bench.places().cache();
	}

	DriverRegistry types() {
		return bench.types();
	}

	Executor background() {
		return bench.background();
	}

	Variables variables() {
		return bench.variables();
	}

	void requireTrust() throws BenchException {
		if (!trial) {
			bench.requireTrust();
		}
	}

	void requireUsable() throws BenchException {
		final var wrong = findings().stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).findFirst();
		if (wrong.isPresent()) {
			throw BenchException.usage(Messages.boardUnusable).where(name()).why(wrong.get().toString()).build();
		}
	}

	/** The node under {@code defaults} for a capability. */
	Optional<BoardNode> preferred(Class<? extends Capability> type) {
		return Optional.ofNullable(spec.defaults().get(Capabilities.name(type))).map(entry -> ((ScalarNode) entry.value()).getValue())
				.flatMap(tree::find).flatMap(BoardNode::target).filter(node -> node.offers(type));
	}

	/** Closes the drivers, at once or when nobody works with the board any more. */
	void retire() {
		synchronized (this) {
			retired = true;
		}
		closeIfIdle();
	}

	private void closeIfIdle() {
		final boolean due;
		synchronized (this) {
			due = retired && !states.overlaid();
		}
		if (due) {
			makers.close();
		}
	}

	void close() {
		makers.close();
	}

	@Override
	public Bench bench() {
		return bench;
	}

	@Override
	public Kind kind() {
		return spec.kind();
	}

	@Override
	public String name() {
		return spec.name();
	}

	@Override
	public String description() {
		return spec.description();
	}

	@Override
	public Path file() {
		return spec.file();
	}

	@Override
	public List<Finding> findings() {
		return rivals.isEmpty() ? findings : Stream.concat(rivals.stream(), findings.stream()).toList();
	}

	@Override
	public List<Node> nodes() {
		return List.copyOf(tree.roots());
	}

	@Override
	public List<Node> allNodes() {
		return List.copyOf(tree.all());
	}

	@Override
	public Optional<Node> node(String path) {
		return tree.find(path).map(node -> node);
	}

	@Override
	public NodeState state() {
		return states.board();
	}

	@Override
	public void open() throws BenchException {
		requireUsable();
		requireTrust();
		Optional<BenchException> first = Optional.empty();
		for (final var slot : tree.all().stream().flatMap(node -> node.slot().stream()).toList()) {
			try {
				slot.driver();
			} catch (BenchException e) {
				first = first.or(() -> Optional.of(e));
			}
		}
		if (first.isPresent()) {
			throw first.get();
		}
	}

	@Override
	public Node find(String path, Class<? extends Capability> type) throws BenchException {
		return new BoardFinder(this).find(path, type);
	}

	@Override
	public BoardLock lock() {
		return bench.lock(name());
	}

	@Override
	public Path stateFolder() {
		return bench.places().state(bench.folder(), name());
	}

	@Override
	public void overlay(String path, NodeState state) {
		states.overlay(path.replace('/', '.'), state);
		closeIfIdle();
	}

	@Override
	public String toString() {
		return name();
	}
}
