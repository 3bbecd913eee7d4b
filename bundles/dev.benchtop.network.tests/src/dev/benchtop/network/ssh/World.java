package dev.benchtop.network.ssh;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.DriverContext;

/** The world of the node {@code shell} of a board, whose child {@code tcp} has a port; the board is off where that is zero. */
record World(Path folder, int port) implements DriverContext {

	@Override
	public String board() {
		return "board";
	}

	@Override
	public String node() {
		return "shell";
	}

	@Override
	public <T extends Capability> Optional<T> child(String name, Class<T> type) {
		if (!name.equals("tcp") || type != NetworkPort.class) {
			return Optional.empty();
		}
		final NetworkPort tcp = () -> {
			if (port == 0) {
				throw BenchException.failed("the board is off").build();
			}
			return new InetSocketAddress("127.0.0.1", port);
		};
		return Optional.of(type.cast(tcp));
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
