package dev.benchtop.core.capability;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** Serves files to boards over one protocol. */
public interface FileServer extends Capability {

	/** How a transfer stands. */
	enum Outcome {
		RUNNING, DONE, FAILED, NOT_FOUND
	}

	/** One transfer; {@code total} is -1 where it is not known. */
	record Transfer(InetSocketAddress client, String name, long done, long total, int retransmits, String options, Instant since,
			Outcome outcome, Optional<String> error) {
	}

	/** The protocol: {@code tftp} or {@code http}. */
	String protocol();

	/** Starts, and returns the address it is bound to; returns that address where it runs already. */
	InetSocketAddress start() throws BenchException;

	/** Ends all transfers and gives the address back. */
	void stop() throws BenchException;

	/** The address it is bound to while it runs. */
	Optional<InetSocketAddress> address();

	/** Serves a file under a virtual name; returns the URL at which a board that sees this machine as {@code self} gets it. */
	String publish(String name, Path file, InetAddress self) throws BenchException;

	/** Takes a published name back. */
	void withdraw(String name);

	/** The live transfers and the last ended ones, newest first. */
	List<Transfer> transfers();
}
