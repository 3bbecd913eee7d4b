package dev.benchtop.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** A file server of a board, of whichever protocol: started and stopped as often as one likes. */
final class BoardFileServer implements FileServer, AutoCloseable {

	/** Finds where to listen. */
	@FunctionalInterface
	interface Routing {
		Route route() throws BenchException;
	}

	private final Protocol protocol;
	private final Routing routing;
	private final ServedRoot root;
	private final String where;
	private final Consumer<NodeState> publisher;
	private final FileServer.Listener listener;
	private final Object telling = new Object();
	private volatile ServedFiles files;
	private volatile TransferLog log;
	private volatile Protocol.Running running;
	private volatile InetSocketAddress seen;

	/**
	 * A server that does not run yet.
	 *
	 * @param where the node, for errors
	 * @param publisher is told how it stands, whenever that changes
	 * @param listener hears of transfers too
	 */
	BoardFileServer(Protocol protocol, Routing routing, ServedRoot root, String where, Consumer<NodeState> publisher, FileServer.Listener listener) {
		this.protocol = protocol;
		this.routing = routing;
		this.root = root;
		this.where = where;
		this.publisher = publisher;
		this.listener = listener;
		tell();
	}

	@Override
	public String protocol() {
		return protocol.name();
	}

	@Override
	public synchronized InetSocketAddress start() throws BenchException {
		if (running == null) {
			try {
				begin();
			} catch (BenchException e) {
				publisher.accept(new NodeState(Level.ERROR, Messages.BoardFileServer_error, e.getMessage()));
				throw e;
			}
		}
		return running.address();
	}

	private void begin() throws BenchException {
		prepare();
		final var route = routing.route();
		running = bind(route);
		seen = route.seenOf(running.address());
		tell();
	}

	private Protocol.Running bind(Route route) throws BenchException {
		final var address = route.bind();
		for (final int port : address.getPort() == 0 ? protocol.ports() : List.of(address.getPort())) {
			final var bind = new InetSocketAddress(address.getAddress(), port);
			try {
				return protocol.start(bind, files, log);
			} catch (IOException e) {
				if (port == address.getPort()) {
					throw BindFailure.of(e, bind, protocol, where);
				}
			}
		}
		throw new IllegalStateException();
	}

	private void prepare() throws BenchException {
		final var path = root.path();
		if (files == null) {
			files = new ServedFiles(path);
			log = new TransferLog(files, new Watching());
		}
	}

	@Override
	public synchronized void stop() {
		if (running != null) {
			final var ending = running;
			running = null;
			ending.end().run();
			tell();
		}
	}

	@Override
	public Optional<InetSocketAddress> address() {
		return Optional.ofNullable(running).map(Protocol.Running::address);
	}

	@Override
	public Optional<InetSocketAddress> seen() {
		return running == null ? Optional.empty() : Optional.ofNullable(seen);
	}

	@Override
	public String root() {
		return root.words();
	}

	@Override
	public String publish(String name, Path file, InetAddress self) throws BenchException {
		final var bound = address().orElseThrow(() -> BenchException.usage(Messages.BoardFileServer_notRunning).where(where).next(Messages.BoardFileServer_startIt).build());
		if (!Files.isReadable(file)) {
			throw BenchException.usage(NLS.bind(Messages.BoardFileServer_noFile, file)).where(where).build();
		}
		try {
			files.publish(name, file);
		} catch (AccessDeniedException _) {
			throw BenchException.usage(NLS.bind(Messages.BoardFileServer_badName, name)).where(where).next(Messages.BoardFileServer_goodNames).build();
		}
		return Addresses.url(protocol, new InetSocketAddress(self, bound.getPort()), protocol.path(name));
	}

	@Override
	public void withdraw(String name) {
		if (files != null) {
			files.withdraw(name);
			protocol.forget(name);
		}
	}

	@Override
	public Map<String, String> published() {
		final var told = seen();
		final Map<String, String> urls = new LinkedHashMap<>();
		if (files != null && told.isPresent()) {
			files.published().keySet().stream().sorted().forEach(name -> urls.put(name, Addresses.url(protocol, told.get(), protocol.path(name))));
		}
		return urls;
	}

	@Override
	public List<Transfer> transfers() {
		return log == null ? List.of() : log.transfers();
	}

	@Override
	public List<Missing> missing() {
		return log == null ? List.of() : log.missing();
	}

	@Override
	public void forget() {
		if (log != null) {
			log.forget();
		}
	}

	@Override
	public void close() {
		stop();
	}

	/** Tells how it stands, one after the other: what is told last is how it stands. */
	private void tell() {
		synchronized (telling) {
			publisher.accept(state());
		}
	}

	private NodeState state() {
		final var bound = address();
		if (bound.isEmpty()) {
			return new NodeState(Level.OFF, Messages.BoardFileServer_off, ""); //$NON-NLS-1$
		}
		final int transfers = log.running();
		final String detail = NLS.bind(Messages.BoardFileServer_detail, new Object[] {protocol.label(), Addresses.text(bound.get()), root.words()});
		return transfers == 0 ? new NodeState(Level.ON, Messages.BoardFileServer_on, detail)
				: new NodeState(Level.ON, transfers == 1 ? Messages.BoardFileServer_oneTransfer : NLS.bind(Messages.BoardFileServer_transfers, transfers), detail);
	}

	/** Lets the node show how many transfers run. */
	private final class Watching implements Listener {
		@Override
		public void began(Transfer transfer) {
			tell();
			listener.began(transfer);
		}

		@Override
		public void ended(Transfer transfer) {
			tell();
			listener.ended(transfer);
		}

		@Override
		public void missed(Missing missing) {
			listener.missed(missing);
		}
	}
}
