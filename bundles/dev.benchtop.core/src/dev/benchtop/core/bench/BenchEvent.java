package dev.benchtop.core.bench;

/** Something that happened on a bench; published in order on one thread. */
public sealed interface BenchEvent {

	/** Boards came, went or changed their files; the model is to be read again. */
	record BoardsChanged() implements BenchEvent {
	}

	/** A node, or with an empty {@code node} the board itself, stands differently. */
	record StateChanged(String board, String node, NodeState state) implements BenchEvent {
	}

	/** The user trusted the bench, or took the trust back. */
	record TrustChanged(boolean trusted) implements BenchEvent {
	}
}
