package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.DriverContext;

/** The world of one board in a folder of its own. */
final class FakeContext implements DriverContext, AutoCloseable {

	record Published(String child, NodeState state) {
	}

	private final Path folder;
	private final Path runtime;
	private final BoardLock lock;
	private final List<Published> published = new ArrayList<>();

	FakeContext(Path folder) throws IOException {
		this(folder, Files.createTempDirectory("bt"));
	}

	FakeContext(Path folder, Path runtime) {
		this.folder = folder;
		this.runtime = runtime;
		this.lock = BoardLocks.of(state());
	}

	@Override
	public String board() {
		return "virtual";
	}

	@Override
	public String node() {
		return "machine";
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
	public Path folder() {
		return folder;
	}

	@Override
	public Path state() {
		return folder.resolve("state");
	}

	@Override
	public Path runtime() {
		return runtime;
	}

	@Override
	public Path cache() {
		return folder.resolve("cache");
	}

	@Override
	public BoardLock lock() {
		return lock;
	}

	@Override
	public synchronized void publish(String child, NodeState state) {
		published.add(new Published(child, state));
		notifyAll();
	}

	/** Forgets what was published so far. */
	synchronized void forget() {
		published.clear();
	}

	/** The first state of a node that was published since the last {@link #forget} and is as wanted; waits for it. */
	synchronized NodeState await(String child, Duration timeout, Predicate<NodeState> wanted) throws InterruptedException {
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

	/** Files of the machine that are there only while it goes. */
	List<Path> leftovers() throws IOException {
		final var left = new ArrayList<Path>();
		try (var files = Files.list(runtime)) {
			left.addAll(files.toList());
		}
		final Path state = state().resolve("qemu/machine");
		if (Files.isDirectory(state)) {
			try (var files = Files.list(state)) {
				files.filter(file -> file.toString().endsWith(".pid") || file.toString().endsWith(".err")).forEach(left::add);
			}
		}
		return left;
	}

	@Override
	public void close() throws IOException {
		try (var files = Files.list(runtime)) {
			for (final Path file : files.toList()) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(runtime);
	}
}
