package dev.benchtop.core.capability;

import java.net.InetSocketAddress;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** A port of a board, as it is reached from here. */
public interface NetworkPort extends Capability {

	/** Where it is reached now. */
	InetSocketAddress address() throws BenchException;

	/** What is spoken there, if known: {@code ssh}, {@code http}, {@code vnc}. */
	default Optional<String> protocol() {
		return Optional.empty();
	}
}
