package dev.benchtop.ui.console;

import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;

/** Where the console of a tab comes from; equal where it is the same. */
interface Origin {

	/** What it is called in the names of threads. */
	String name();

	/** The console; off the UI thread. */
	Console take() throws BenchException;

	/** It is not needed any more. Quick. */
	void release();

	/** The node of the bench that it is of, where it is of one. */
	Optional<Node> node();

	/** The console of a node. */
	record OfNode(Node of) implements Origin {

		@Override
		public String name() {
			return of.path();
		}

		@Override
		public Console take() throws BenchException {
			return of.use(Console.class);
		}

		@Override
		public void release() {
			// the board keeps it, and goes on hearing it
		}

		@Override
		public Optional<Node> node() {
			return Optional.of(of);
		}
	}

	/** The console of a port that no bench names. */
	record OfPort(LooseConsoles consoles, PortAddress port) implements Origin {

		@Override
		public String name() {
			return port.port();
		}

		@Override
		public Console take() throws BenchException {
			return consoles.take(port);
		}

		@Override
		public void release() {
			consoles.release(port);
		}

		@Override
		public Optional<Node> node() {
			return Optional.empty();
		}
	}
}
