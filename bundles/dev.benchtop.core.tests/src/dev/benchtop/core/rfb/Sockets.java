package dev.benchtop.core.rfb;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Display;

/** A display at an address. */
record Sockets(SocketAddress address, Optional<Secret> password) implements Display {

	Sockets(SocketAddress address) {
		this(address, Optional.empty());
	}

	@Override
	public ByteChannel open() throws BenchException {
		try {
			return SocketChannel.open(address);
		} catch (IOException e) {
			throw BenchException.failed("no connection").why(e).build();
		}
	}
}
