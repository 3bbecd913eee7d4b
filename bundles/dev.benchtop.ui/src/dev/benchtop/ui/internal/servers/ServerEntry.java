package dev.benchtop.ui.internal.servers;

import java.net.InetSocketAddress;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.FileServer;

/** One file server as the view shows it: a node of a board, or one that was started here. */
sealed interface ServerEntry {

	/** {@code rpi4/tftp}, or what is served by one without a board. */
	String title();

	/** The server, if its driver is made. Never blocks. */
	Optional<FileServer> server();

	/** The server, made if it was not. Off the UI thread. */
	FileServer use() throws BenchException;

	/** The address it is bound to while it runs. */
	default Optional<InetSocketAddress> address() {
		return server().flatMap(FileServer::address);
	}

	/** A server of a board; equal to the entry of the same node read anew. */
	record OfBoard(String title, Node node) implements ServerEntry {
		@Override
		public Optional<FileServer> server() {
			return node.peek(FileServer.class);
		}

		@Override
		public FileServer use() throws BenchException {
			return node.use(FileServer.class);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof OfBoard entry && entry.title.equals(title);
		}

		@Override
		public int hashCode() {
			return title.hashCode();
		}
	}

	/** A server that was started here. */
	record OfWindow(String title, FileServer own) implements ServerEntry {
		@Override
		public Optional<FileServer> server() {
			return Optional.of(own);
		}

		@Override
		public FileServer use() {
			return own;
		}
	}

	/** A name that a server publishes. */
	record Published(ServerEntry entry, String name, String url) {
	}
}
