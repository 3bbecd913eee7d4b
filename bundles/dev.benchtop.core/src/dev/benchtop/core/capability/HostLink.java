package dev.benchtop.core.capability;

import java.net.InetSocketAddress;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** Under which address a board sees this machine. */
public interface HostLink extends Capability {

	/**
	 * Where a server on this machine has to be bound so that the board reaches it, and how the board names it.
	 *
	 * @param bind where to listen here; port 0 where any will do
	 * @param seen what the board is told
	 */
	record Route(InetSocketAddress bind, InetSocketAddress seen) {
	}

	/** The route for {@code protocol} ({@code tftp}, {@code http}) from the bootloader or from a running system. */
	Route route(String protocol, boolean bootloader) throws BenchException;

	/** A server of the link's own, for where this machine cannot have one at {@link #route}; the board is told the address that it starts at. */
	default Optional<FileServer> own(String protocol) {
		return Optional.empty();
	}
}
