package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import com.google.gson.Gson;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.internal.config.Binder;
import dev.benchtop.core.internal.config.Dialect;
import dev.benchtop.core.internal.yaml.Findings;
import dev.benchtop.core.internal.yaml.Yaml;
import dev.benchtop.core.internal.yaml.YamlMap;

/** What the driver of one node is given. */
record SlotContext(BoardModel model, BoardNode own) implements DriverContext {

	@Override
	public String board() {
		return model.name();
	}

	@Override
	public String node() {
		return own.path();
	}

	@Override
	public String place() {
		return model.kind() == Board.Kind.STORAGE ? board() : DriverContext.super.place();
	}

	@Override
	public <T extends Capability> Optional<T> child(String name, Class<T> type) throws BenchException {
		return use(own.child(name).filter(child -> child.spec().isPresent()), type);
	}

	@Override
	public <T extends Capability> Optional<T> sibling(String path, Class<T> type) throws BenchException {
		return use(model.tree().find(path), type);
	}

	@Override
	public <T extends Capability> Optional<T> named(String name, Class<T> type) throws BenchException {
		final var near = DriverContext.super.named(name, type);
		if (near.isPresent()) {
			return near;
		}
		final var storage = model.bench().findBoard(name).filter(found -> found.kind() == Board.Kind.STORAGE);
		return storage.isPresent() ? Optional.of(storage.get().find("", type).use(type)) : Optional.empty(); //$NON-NLS-1$
	}

	@Override
	public <T extends Capability> Optional<T> only(Class<T> type) throws BenchException {
		final var nodes = BoardFinder.meant(model.tree().all().stream().filter(node -> node.offers(type)).flatMap(node -> node.target().stream()).distinct().toList());
		return nodes.size() == 1 ? Optional.of(nodes.getFirst().use(type)) : Optional.empty();
	}

	@Override
	public Optional<Driver> make(String child, String type, Map<String, ?> config) throws BenchException {
		final var factory = model.types().find(type);
		return factory.isPresent() ? Optional.of(make(own.child(child).orElse(own), factory.get(), config)) : Optional.empty();
	}

	private <C extends Record> Driver make(BoardNode node, DriverFactory<C> factory, Map<String, ?> config) throws BenchException {
		final var findings = new Findings(model.file());
		try {
			final var written = YamlMap.of(Yaml.compose(new Gson().toJson(config)).orElseThrow(), node.path(), findings).orElseThrow();
			final var bound = Binder.resolving(findings, model.folder(), Dialect.JUMPSTARTER, model.variables()).bind(factory.configType(), written);
			if (bound.isPresent() && findings.all().isEmpty()) {
				return factory.create(new SlotContext(model, node), bound.get());
			}
		} catch (Yaml.SyntaxException e) {
			throw new IllegalArgumentException(config.toString(), e);
		}
		throw BenchException.failed(NLS.bind(Messages.driverFailed, factory.type())).where(node.toString()).why(findings.all().getFirst().message()).build();
	}

	private static <T extends Capability> Optional<T> use(Optional<BoardNode> node, Class<T> type) throws BenchException {
		final var offering = node.flatMap(BoardNode::target).map(target -> BoardFinder.offering(target, type)).filter(nodes -> nodes.size() == 1);
		return offering.isPresent() ? Optional.of(offering.get().getFirst().use(type)) : Optional.empty();
	}

	@Override
	public Path folder() {
		return model.folder();
	}

	@Override
	public Path state() {
		return model.stateFolder();
	}

	@Override
	public Path runtime() {
		return model.runtimeFolder();
	}

	@Override
	public Path cache() {
		return model.cacheFolder();
	}

	@Override
	public BoardLock lock() {
		return model.lock();
	}

	@Override
	public void publish(String child, NodeState state) {
		model.states().publish(child.isEmpty() ? own.path() : own.path() + '.' + child, state);
	}
}
