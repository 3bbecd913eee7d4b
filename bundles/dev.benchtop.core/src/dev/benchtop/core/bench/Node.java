package dev.benchtop.core.bench;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Verb;

/** One node of a board's tree, as its file and its driver's shape say; nothing of it touches hardware until it is used. */
public interface Node {

	/** The board it belongs to. */
	Board board();

	/** Its own name: {@code console}. */
	String name();

	/** The dotted path from the board's root: {@code machine.console}. */
	String path();

	/** Its type as written; empty for a composite and for a node that a driver brings. */
	String type();

	String description();

	/** The factory of its driver; empty for a composite, an alias, a node that a driver brings, and an unsupported type. */
	Optional<DriverFactory<?>> factory();

	/** The node that this one is an alias of ({@code ref}). */
	Optional<Node> ref();

	/** What it offers; empty shape where its type is unsupported. */
	NodeShape shape();

	/** Whether no driver of its type is there; it is shown and cannot be used. */
	boolean unsupported();

	/** Configured and driver-brought children, in the order of the file. */
	List<Node> children();

	/** How it stands; never blocks. */
	NodeState state();

	/** What can be done with it; makes nothing: empty while its driver is not made. Off the UI thread. */
	List<Verb> verbs();

	/**
	 * The verbs as they were known last; never blocks, while {@link #verbs} may ask hardware. Newer ones are asked for in the background, and a
	 * {@link BenchEvent.StateChanged} comes when they differ.
	 */
	default List<Verb> knownVerbs() {
		return verbs();
	}

	/** The capability, with its driver made if it was not. Off the UI thread. */
	<T extends Capability> T use(Class<T> type) throws BenchException;

	/** The capability if the driver was made and offers it; never blocks. */
	<T extends Capability> Optional<T> peek(Class<T> type);

	default boolean offers(Class<? extends Capability> type) {
		return shape().capabilities().contains(type);
	}
}
