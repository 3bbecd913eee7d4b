package dev.benchtop.uboot.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.spi.FileServers;

/** The files of this machine that the board fetches, for as long as a flow runs. */
final class Serving implements AutoCloseable {

	/** The server that takes what the board sends. */
	static final String UPLOADS = "uploads"; //$NON-NLS-1$

	private static final int DISCARD = 9;
	private static final String HTTP = "http"; //$NON-NLS-1$

	private record Served(FileServer server, boolean own, List<String> names, Optional<InetAddress> seen) {
	}

	private final String board;
	private final String host;
	private final Optional<HostLink> link;
	private final Map<String, FileServer> configured;
	private final List<FileServers> makers;
	private final Map<String, Served> running = new HashMap<>();
	private Optional<String> boardAddress = Optional.empty();

	/**
	 * @param host how the board names this machine; empty where that is to be found out
	 * @param configured the servers of the board, by protocol
	 * @param makers make those that it has not
	 */
	Serving(String board, String host, Optional<HostLink> link, Map<String, FileServer> configured, List<FileServers> makers) {
		this.board = board;
		this.host = host;
		this.link = link;
		this.configured = configured;
		this.makers = makers;
	}

	/** Starts a server, so that what keeps it from starting is known early. */
	void start(String protocol, boolean bootloader) throws BenchException {
		final String key = key(protocol, bootloader);
		if (running.containsKey(key)) {
			return;
		}
		final Optional<HostLink.Route> route = link.isPresent() ? Optional.of(link.get().route(protocol, bootloader)) : Optional.empty();
		final FileServer own = configured.get(protocol);
		final boolean wasRunning = own != null && own.address().isPresent();
		final FileServer server = own != null ? own : startable(protocol, make(protocol, route, null));
		final InetAddress bound = server.start().getAddress();
		running.put(key, new Served(server, !wasRunning, new ArrayList<>(), linksOwn(protocol).equals(Optional.of(server)) ? Optional.of(bound) : named(route)));
	}

	/** The server, or that of the board's link where it does not start. */
	private FileServer startable(String protocol, FileServer server) throws BenchException {
		try {
			server.start();
			return server;
		} catch (BenchException e) {
			return linksOwn(protocol).orElseThrow(() -> e);
		}
	}

	private Optional<FileServer> linksOwn(String protocol) {
		return link.flatMap(found -> found.own(protocol));
	}

	/** Starts a server that takes files into a folder. */
	void startUploads(Path folder) throws BenchException {
		final Optional<HostLink.Route> route = link.isPresent() ? Optional.of(link.get().route(HTTP, false)) : Optional.empty();
		final FileServer server = make(HTTP, route, folder);
		server.start();
		running.put(key(UPLOADS, false), new Served(server, true, new ArrayList<>(), named(route)));
	}

	private Optional<InetAddress> named(Optional<HostLink.Route> route) throws BenchException {
		return host.isEmpty() ? route.map(found -> found.seen().getAddress()) : Optional.of(address(host));
	}

	private static String key(String protocol, boolean bootloader) {
		return protocol + bootloader;
	}

	private FileServer make(String protocol, Optional<HostLink.Route> route, Path root) throws BenchException {
		final String bind = route.map(found -> found.bind().getAddress().getHostAddress()).orElse("0.0.0.0"); //$NON-NLS-1$
		final int port = route.map(found -> found.bind().getPort()).orElse(protocol.equals("tftp") ? 69 : 0); //$NON-NLS-1$
		for (final FileServers maker : makers) {
			if (maker.protocols().contains(protocol)) {
				return maker.make(protocol, new FileServers.Plan(root, board, bind, port, root != null), FileServer.Listener.NONE);
			}
		}
		throw BenchException.failed(NLS.bind(Messages.Serving_noServer, protocol)).where(board).next(NLS.bind(Messages.Serving_noServerNext, protocol)).build();
	}

	/** The board has this address, by which the network card that leads to it is known. */
	void boardAt(String address) {
		boardAddress = Optional.of(address);
	}

	private InetAddress facing(String boards) throws BenchException {
		try (var socket = new DatagramSocket()) {
			socket.connect(address(boards), DISCARD);
			return socket.getLocalAddress();
		} catch (IOException | UncheckedIOException e) {
			throw BenchException.failed(NLS.bind(Messages.Serving_noCard, boards)).where(board).why(e).build();
		}
	}

	private InetAddress address(String text) throws BenchException {
		try {
			return InetAddress.getByName(text);
		} catch (IOException e) {
			throw BenchException.usage(NLS.bind(Messages.Serving_badAddress, text)).where(board).why(e).build();
		}
	}

	/** What the board is told of a server. */
	InetSocketAddress seen(String protocol, boolean bootloader) throws BenchException {
		final Served served = running.get(key(protocol, bootloader));
		final InetAddress named = served.seen.isPresent() ? served.seen.get()
				: boardAddress.isPresent() ? facing(boardAddress.get())
				: served.server.seen().map(InetSocketAddress::getAddress).orElseThrow(() -> BenchException.failed(Messages.Serving_unknown).where(board).build());
		return new InetSocketAddress(named, served.server.start().getPort());
	}

	/** The name under which a file is published. */
	String name(String file) {
		return board + '/' + file;
	}

	/** Publishes a file; returns its URL for the board. */
	String publish(String protocol, boolean bootloader, String name, Path file) throws BenchException {
		final Served served = running.get(key(protocol, bootloader));
		served.names.add(name(name));
		return served.server.publish(name(name), file, seen(protocol, bootloader).getAddress());
	}

	/** The server of a protocol. */
	FileServer server(String protocol, boolean bootloader) {
		return running.get(key(protocol, bootloader)).server;
	}

	@Override
	public void close() throws BenchException {
		for (final Served served : running.values()) {
			served.names.forEach(served.server::withdraw);
			if (served.own) {
				served.server.stop();
			}
		}
		running.clear();
	}
}
