package dev.benchtop.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** What is particular to one protocol: how its server starts, and what a URL of it looks like. */
interface Protocol {

	/** A server that runs at an address until {@code end} is run. */
	record Running(InetSocketAddress address, Runnable end) {
	}

	/** {@code tftp} or {@code http}. */
	String name();

	/** What the protocol is called: {@code TFTP}. */
	default String label() {
		return name().toUpperCase(java.util.Locale.ROOT);
	}

	/** The port that clients take where none is said. */
	int usualPort();

	/** The ports to try in turn where any will do; the last is 0, any that is free. */
	List<Integer> ports();

	/** Starts at an address; port 0 means any that is free. */
	Running start(InetSocketAddress bind, ServedFiles files, TransferLog log) throws IOException;

	/** The path of a published name as it stands in a URL. */
	String path(String name);

	/** A name is published no more. */
	void forget(String name);
}
