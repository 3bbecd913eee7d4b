package dev.benchtop.core.driver;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.capability.Capability;

/** What a driver is given of the world. */
public interface DriverContext {

	/** The name of the board. */
	String board();

	/** The dotted path of the node from the board's root, such as {@code machine}. */
	String node();

	/** What users name the node: {@code BOARD/NODE}, or the name alone of a storage that is no board's. */
	default String place() {
		return node().isEmpty() ? board() : board() + '/' + node();
	}

	/** A capability of a configured child ({@code children:} of the node), by the child's name; the child's driver is made if it is not yet. */
	<T extends Capability> Optional<T> child(String name, Class<T> type) throws BenchException;

	/** A capability of any node of the same board, by dotted path. */
	<T extends Capability> Optional<T> sibling(String path, Class<T> type) throws BenchException;

	/**
	 * A capability of whatever the user means by a name: a configured child, a node of the same board by dotted path, or a storage of the
	 * bench; empty where there is no such thing.
	 */
	default <T extends Capability> Optional<T> named(String name, Class<T> type) throws BenchException {
		final var child = child(name, type);
		return child.isPresent() ? child : sibling(name, type);
	}

	/** A capability of the one node of the same board that offers it; empty where none does, or several do. */
	default <T extends Capability> Optional<T> only(Class<T> type) throws BenchException {
		return Optional.empty();
	}

	/**
	 * Makes a driver of another type for a node that this driver brings; this driver closes it.
	 *
	 * @param child the name of that node
	 * @param config as it would stand in a bench file: texts, numbers, truth values, lists and maps
	 * @return empty where no plug-in has the type
	 */
	default Optional<Driver> make(String child, String type, Map<String, ?> config) throws BenchException {
		return Optional.empty();
	}

	/** The folder of the board's file, against which relative paths count. */
	Path folder();

	/** The board's own folder for what has to be kept: logs, overlays, NVRAM; exists, private to the user. */
	Path state();

	/** A short private folder for sockets (a socket's path has at most 107 bytes); exists. */
	Path runtime();

	/** The cache shared by all boards; what lies there may vanish and is verified on use. */
	Path cache();

	/** The locks of the board, shared with every other process on this machine. */
	BoardLock lock();

	/** Says how a node of this driver stands now; {@code child} is the name of a node that the driver brings, or empty for its own. */
	void publish(String child, NodeState state);
}
