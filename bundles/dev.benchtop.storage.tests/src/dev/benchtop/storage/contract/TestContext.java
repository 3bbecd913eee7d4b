package dev.benchtop.storage.contract;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.DriverContext;

/** The world of the storage {@code store} of a bench, in a folder of its own. */
public record TestContext(Path folder) implements DriverContext {

	@Override
	public String board() {
		return "store";
	}

	@Override
	public String node() {
		return "";
	}

	@Override
	public <T extends Capability> Optional<T> child(String name, Class<T> type) {
		return Optional.empty();
	}

	@Override
	public <T extends Capability> Optional<T> sibling(String path, Class<T> type) {
		return Optional.empty();
	}

	@Override
	public Path state() {
		return folder.resolve("state");
	}

	@Override
	public Path runtime() {
		return folder.resolve("runtime");
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
	public void publish(String child, NodeState state) {
		// nobody looks
	}
}
