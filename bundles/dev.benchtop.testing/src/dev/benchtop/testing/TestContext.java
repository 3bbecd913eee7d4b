package dev.benchtop.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.DriverContext;

/** The world of one driver in a folder of its own: a test gives it children, and looks at what the driver publishes. */
public class TestContext implements DriverContext {

	/** What a driver has said of one of its nodes. */
	public record Published(String child, NodeState state) {
	}

	private final String board;
	private final String node;
	private final Path folder;
	private final BoardLock lock;
	private final Map<String, Capability> children = new ConcurrentHashMap<>();
	private final List<Published> published = new ArrayList<>();

	/** The world of a node of a board. */
	public TestContext(String board, String node, Path folder) {
		this.board = board;
		this.node = node;
		this.folder = folder;
		this.lock = BoardLocks.of(state());
	}

	/** Gives the node a child. */
	public final TestContext with(String name, Capability child) {
		children.put(name, child);
		return this;
	}

	/** Takes a child away. */
	public final void without(String name) {
		children.remove(name);
	}

	/** The words that were published, in their order. */
	public final synchronized List<String> words() {
		return published.stream().map(each -> each.state().word()).toList();
	}

	/** Forgets what was published so far. */
	public final synchronized void forget() {
		published.clear();
	}

	/** The first state of a node that was published since the last {@link #forget} and is as wanted; waits for it. */
	public final synchronized NodeState await(String child, Duration timeout, Predicate<NodeState> wanted) throws InterruptedException {
		final long end = System.nanoTime() + timeout.toNanos();
		while (true) {
			for (final var each : published) {
				if (each.child().equals(child) && wanted.test(each.state())) {
					return each.state();
				}
			}
			final long left = (end - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new AssertionError("Not published within " + timeout + ": " + published);
			}
			wait(left);
		}
	}

	@Override
	public final String board() {
		return board;
	}

	@Override
	public final String node() {
		return node;
	}

	@Override
	public <T extends Capability> Optional<T> child(String name, Class<T> type) throws BenchException {
		return Optional.ofNullable(children.get(name)).filter(type::isInstance).map(type::cast);
	}

	@Override
	public <T extends Capability> Optional<T> sibling(String path, Class<T> type) throws BenchException {
		return Optional.empty();
	}

	@Override
	public final Path folder() {
		return folder;
	}

	@Override
	public final Path state() {
		return folder.resolve("state");
	}

	@Override
	public Path runtime() {
		return folder.resolve("run");
	}

	@Override
	public final Path cache() {
		return folder.resolve("cache");
	}

	@Override
	public final BoardLock lock() {
		return lock;
	}

	@Override
	public final synchronized void publish(String child, NodeState state) {
		published.add(new Published(child, state));
		notifyAll();
	}
}
