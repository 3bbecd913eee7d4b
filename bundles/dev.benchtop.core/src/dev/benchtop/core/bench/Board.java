package dev.benchtop.core.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;

/** One device under test, or with {@link Kind#STORAGE} one storage of the bench: a file of the bench folder. */
public interface Board {

	/** What a bench file describes. */
	enum Kind {
		BOARD, STORAGE
	}

	Bench bench();

	Kind kind();

	/** The name by which it is addressed; that of the file where the file does not say one. */
	String name();

	String description();

	Path file();

	/** What is wrong with the file; empty where nothing is. */
	List<Finding> findings();

	/** Whether it can be used: nothing that is wrong is an error. */
	default boolean usable() {
		return findings().stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
	}

	/** The top of its tree. */
	List<Node> nodes();

	/** All nodes, depth first. */
	List<Node> allNodes();

	/** The node by its path, with {@code /} or {@code .} between the names. */
	Optional<Node> node(String path);

	/** How the board stands as a whole: its error, its power, what runs on it; never blocks. */
	NodeState state();

	/** Makes all drivers of the board, so that states and verbs are known. The first failure is shown on its node and thrown. Off the UI thread. */
	void open() throws BenchException;

	/**
	 * The node that a capability is meant on: the one at {@code path} or the only one below it; without a path the one under
	 * {@code defaults:} of the file, else the only one.
	 *
	 * @param path empty for the whole board
	 * @throws BenchException of kind usage with the list where it is none or ambiguous
	 */
	Node find(String path, Class<? extends Capability> type) throws BenchException;

	/** The locks of the board. */
	BoardLock lock();

	/** The board's own state folder. */
	Path stateFolder();

	/** Says how a node stands on behalf of someone who works with it (a flash); an empty path means the board. Passing {@link NodeState#UNKNOWN} gives the node's own state back. */
	void overlay(String path, NodeState state);
}
