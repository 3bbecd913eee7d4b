package dev.benchtop.storage.opendal;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.http.Url;

/** Connections to one server, kept for the next request. Closing it ends whatever goes over them. */
final class Link implements Closeable {

	/** How long a server may be silent. */
	static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final long KEPT_NANOS = Duration.ofSeconds(4).toNanos();

	private record Idle(Wire wire, long since) {
	}

	private final Url origin;
	private final Set<Wire> open = new HashSet<>();
	private final Set<Link> branches = new HashSet<>();
	private final Deque<Idle> idle = new ArrayDeque<>();
	private boolean closed;

	Link(Url origin) {
		this.origin = origin;
	}

	/** Further connections to the same server, which can be closed apart and are closed with this link. */
	synchronized Link branch() throws BackendException {
		checkOpen();
		final var branch = new Link(origin);
		branches.add(branch);
		return branch;
	}

	void forget(Link branch) {
		branch.close();
		synchronized (this) {
			branches.remove(branch);
		}
	}

	String authority() {
		return origin.origin().substring(origin.origin().indexOf("//") + 2); //$NON-NLS-1$
	}

	/** Sends a request that can be sent again, which it is where a kept connection turns out to have ended meanwhile. */
	Reply send(String method, String target, Map<String, String> headers, byte[] body, int length, Duration patience) throws BackendException {
		final Wire kept = takeIdle();
		if (kept != null) {
			try {
				return exchange(kept, method, target, headers, body, length, patience);
			} catch (SocketTimeoutException e) {
				throw failure(e);
			} catch (IOException e) {
				drop(kept);
			}
		}
		final Wire fresh = connect();
		try {
			return exchange(fresh, method, target, headers, body, length, patience);
		} catch (IOException e) {
			drop(fresh);
			throw failure(e);
		}
	}

	Reply send(String method, String target, Map<String, String> headers) throws BackendException {
		return send(method, target, headers, new byte[0], 0, PATIENCE);
	}

	private Reply exchange(Wire wire, String method, String target, Map<String, String> headers, byte[] body, int length, Duration patience)
			throws IOException {
		final Map<String, String> all = whole(headers);
		if (length > 0 || method.startsWith("P")) { //$NON-NLS-1$
			all.put("Content-Length", Integer.toString(length)); //$NON-NLS-1$
		}
		wire.head(method, target, all);
		if (length > 0) {
			wire.body(ByteBuffer.wrap(body, 0, length));
		}
		wire.flush();
		return wire.reply(patience, method.equals("HEAD"), this); //$NON-NLS-1$
	}

	/** Begins a request on a connection of its own; what sends its body has to {@link #drop} it in the end. */
	Wire begin(String method, String target, Map<String, String> headers) throws BackendException {
		final Wire wire = connect();
		try {
			wire.head(method, target, whole(headers));
			return wire;
		} catch (IOException e) {
			drop(wire);
			throw failure(e);
		}
	}

	private Map<String, String> whole(Map<String, String> headers) {
		final Map<String, String> all = new LinkedHashMap<>();
		all.put("Host", authority()); //$NON-NLS-1$
		all.put("User-Agent", "benchtop"); //$NON-NLS-1$ //$NON-NLS-2$
		all.putAll(headers);
		return all;
	}

	private Wire connect() throws BackendException {
		final Wire wire = added();
		try {
			wire.connect(origin);
			return wire;
		} catch (IOException e) {
			drop(wire);
			throw failure(e);
		}
	}

	private synchronized Wire added() throws BackendException {
		checkOpen();
		try {
			final var wire = new Wire();
			open.add(wire);
			return wire;
		} catch (IOException e) {
			throw failure(e);
		}
	}

	private synchronized Wire takeIdle() throws BackendException {
		checkOpen();
		while (!idle.isEmpty()) {
			final Idle last = idle.pollLast();
			if (System.nanoTime() - last.since() < KEPT_NANOS) {
				return last.wire();
			}
			drop(last.wire());
		}
		return null;
	}

	synchronized void giveBack(Wire wire) {
		if (closed) {
			wire.close();
		} else {
			idle.addLast(new Idle(wire, System.nanoTime()));
		}
	}

	synchronized void drop(Wire wire) {
		open.remove(wire);
		wire.close();
	}

	private void checkOpen() throws BackendException {
		if (closed) {
			throw closed();
		}
	}

	static BackendException closed() {
		return new BackendException(Kind.CLOSED, Messages.closed);
	}

	/** What a failure of a connection means. */
	BackendException failure(IOException failure) {
		synchronized (this) {
			if (closed) {
				return closed();
			}
		}
		if (failure instanceof BackendException told) {
			return told;
		}
		final boolean untrusted = Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
				.anyMatch(CertificateException.class::isInstance);
		final String words = switch (failure) {
		case SocketTimeoutException e -> Messages.Link_silent;
		case UnknownHostException e -> Messages.Link_unknownHost;
		case ConnectException e -> Messages.Link_refused;
		case SSLException e when untrusted -> NLS.bind(Messages.Link_certificate, words(e));
		default -> words(failure);
		};
		return new BackendException(untrusted || failure instanceof UnknownHostException ? Kind.FAILED : Kind.BROKEN,
				NLS.bind(Messages.Link_at, authority(), words), failure);
	}

	private static String words(Throwable failure) {
		return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
	}

	@Override
	public void close() {
		final Set<Wire> wires;
		final Set<Link> links;
		synchronized (this) {
			closed = true;
			wires = Set.copyOf(open);
			links = Set.copyOf(branches);
			open.clear();
			idle.clear();
			branches.clear();
		}
		wires.forEach(Wire::close);
		links.forEach(Link::close);
	}
}
