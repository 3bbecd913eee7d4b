package dev.benchtop.core.internal.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Verb;

/** A node of a board: a configured one with a driver of its own, one that such a driver brings, an alias, or a mere group. */
final class BoardNode implements Node {

	private final BoardModel board;
	private final String name;
	private final String path;
	private final NodeShape shape;
	private final Optional<NodeSpec> spec;
	private final Optional<DriverSlot> slot;
	private final Optional<BoardNode> owner;
	private final List<BoardNode> children = new ArrayList<>();
	private KnownVerbs known;

	/** A node of the file. */
	BoardNode(BoardModel board, NodeSpec spec) {
		this.board = board;
		this.name = spec.name();
		this.path = spec.path();
		this.shape = spec.shape();
		this.spec = Optional.of(spec);
		this.slot = spec.factory().map(factory -> new DriverSlot(board, this, spec, factory));
		this.owner = Optional.empty();
		spec.children().forEach(child -> children.add(new BoardNode(board, child)));
		spec.shape().children().forEach((child, childShape) -> {
			if (children.stream().noneMatch(other -> other.name().equals(child))) {
				children.add(new BoardNode(this, child, childShape));
			}
		});
	}

	/** A node that the driver of {@code owner} brings. */
	private BoardNode(BoardNode owner, String name, NodeShape shape) {
		this.board = owner.board;
		this.name = name;
		this.path = owner.path + '.' + name;
		this.shape = shape;
		this.spec = Optional.empty();
		this.slot = Optional.empty();
		this.owner = Optional.of(owner);
		shape.children().forEach((child, childShape) -> children.add(new BoardNode(this, child, childShape)));
	}

	Optional<NodeSpec> spec() {
		return spec;
	}

	Optional<DriverSlot> slot() {
		return slot;
	}

	/** The node that this one stands for: itself, or for an alias the node at the end of it; empty where that is not there. */
	Optional<BoardNode> target() {
		return spec.flatMap(NodeSpec::ref).isEmpty() ? Optional.of(this) : board.tree().target(this);
	}

	Optional<BoardNode> child(String childName) {
		return children.stream().filter(child -> child.name.equals(childName)).findFirst();
	}

	List<BoardNode> childNodes() {
		return children;
	}

	@Override
	public Board board() {
		return board;
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public String path() {
		return path;
	}

	@Override
	public String type() {
		return spec.map(NodeSpec::type).orElse(""); //$NON-NLS-1$
	}

	@Override
	public String description() {
		return spec.map(NodeSpec::description).orElse(""); //$NON-NLS-1$
	}

	@Override
	public Optional<DriverFactory<?>> factory() {
		return spec.flatMap(NodeSpec::factory);
	}

	@Override
	public Optional<Node> ref() {
		return target().filter(target -> target != this).map(target -> target);
	}

	@Override
	public NodeShape shape() {
		return target().map(target -> target.shape).orElse(NodeReader.NO_SHAPE);
	}

	@Override
	public boolean unsupported() {
		return target().flatMap(BoardNode::spec).filter(NodeSpec::unsupported).isPresent();
	}

	@Override
	public List<Node> children() {
		return List.copyOf(children);
	}

	@Override
	public NodeState state() {
		return board.states().of(this);
	}

	@Override
	public List<Verb> verbs() {
		return target().flatMap(BoardNode::made).map(driver -> verbs(driver)).orElse(List.of());
	}

	@Override
	public List<Verb> knownVerbs() {
		return target().filter(target -> target.made().isPresent()).map(target -> target.known().get()).orElse(List.of());
	}

	private synchronized KnownVerbs known() {
		if (known == null) {
			known = new KnownVerbs(this, board.states(), board.background());
		}
		return known;
	}

	private List<Verb> verbs(Driver driver) {
		final Map<String, Verb> verbs = new LinkedHashMap<>();
		for (final var type : shape().capabilities()) {
			driver.capability(type).ifPresent(capability -> capability.verbs().forEach(verb -> verbs.putIfAbsent(verb.id(), verb)));
		}
		driver.verbs().forEach(verb -> verbs.put(verb.id(), verb));
		return List.copyOf(verbs.values());
	}

	@Override
	public <T extends Capability> T use(Class<T> type) throws BenchException {
		board.requireUsable();
		final var target = target().orElseThrow(() -> notOffered(type));
		return target.driver(type).capability(type).orElseThrow(() -> notOffered(type));
	}

	@Override
	public <T extends Capability> Optional<T> peek(Class<T> type) {
		return target().flatMap(BoardNode::made).flatMap(driver -> driver.capability(type));
	}

	private Driver driver(Class<? extends Capability> type) throws BenchException {
		if (slot.isPresent()) {
			return slot.get().driver();
		}
		if (owner.isEmpty()) {
			throw notOffered(type);
		}
		final var driver = owner.get().driver(type).children().get(name);
		if (driver == null) {
			throw notOffered(type);
		}
		return driver;
	}

	private Optional<Driver> made() {
		return slot.isPresent() ? slot.get().made()
				: owner.flatMap(BoardNode::made).flatMap(driver -> Optional.ofNullable(driver.children().get(name)));
	}

	private BenchException notOffered(Class<? extends Capability> type) {
		return BenchException.usage(unsupported() ? NLS.bind(Messages.unsupported, type())
				: NLS.bind(Messages.notOffered, path, Capabilities.words(type))).where(board.name()).build();
	}

	@Override
	public String toString() {
		return board.name() + '/' + path;
	}
}
