package dev.benchtop.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** The world of one server in a folder of its own. */
final class FakeContext implements DriverContext {

	record Made(String child, String type, Map<String, ?> config) {
	}

	final List<NodeState> states = new ArrayList<>();
	final List<Made> made = new ArrayList<>();
	final Map<String, Capability> named = new HashMap<>();
	Optional<HostLink> link = Optional.empty();
	private final Path folder;

	FakeContext(Path folder) {
		this.folder = folder;
	}

	@Override
	public String board() {
		return "rpi4";
	}

	@Override
	public String node() {
		return "server";
	}

	@Override
	public <T extends Capability> Optional<T> child(String name, Class<T> type) {
		return Optional.ofNullable(named.get(name)).filter(type::isInstance).map(type::cast);
	}

	@Override
	public <T extends Capability> Optional<T> sibling(String path, Class<T> type) {
		return Optional.empty();
	}

	@Override
	public <T extends Capability> Optional<T> only(Class<T> type) {
		return link.filter(type::isInstance).map(type::cast);
	}

	@Override
	public Optional<Driver> make(String child, String type, Map<String, ?> config) {
		made.add(new Made(child, type, config));
		return Optional.empty();
	}

	@Override
	public Path folder() {
		return folder;
	}

	@Override
	public Path state() {
		return folder.resolve("state");
	}

	@Override
	public Path runtime() {
		return folder.resolve("run");
	}

	@Override
	public Path cache() {
		return folder.resolve("cache");
	}

	@Override
	public BoardLock lock() {
		return BoardLocks.of(state());
	}

	@Override
	public synchronized void publish(String child, NodeState state) {
		states.add(state);
	}

	/** The words that were published, each once in a row. */
	synchronized List<String> words() {
		return states.stream().map(NodeState::word).toList();
	}
}
