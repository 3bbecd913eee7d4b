package dev.benchtop.storage.http;

import java.io.Closeable;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import dev.benchtop.storage.backend.BackendException;

/**
 * Speaks HTTP/1.1 (RFC 9110, 9112) with redirects, attempts, ranges, proxies and certificates as {@link HttpSettings} say. Thread-safe;
 * connects to nothing before it is asked something. HTTP/2 is left out because ranges that are read side by side would share one connection.
 */
public final class HttpEngine implements Closeable {

	private final HttpSettings settings;
	private final Proxies proxies;
	private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
	private HttpClient client;
	private boolean closed;

	/** @throws BackendException where the proxy's address is wrong */
	public HttpEngine(HttpSettings settings) throws BackendException {
		this.settings = settings;
		this.proxies = settings.proxy().isPresent() ? Proxies.one(settings.proxy().get()) : Proxies.of(System.getenv());
	}

	public HttpSettings settings() {
		return settings;
	}

	/** Begins a call; {@link Exchange#reply} waits for the answer. */
	public Exchange exchange(Call call) {
		final var exchange = new Exchange(this, call);
		open.add(exchange);
		return exchange;
	}

	/** Sends a call and waits for the reply, whatever its status is. */
	public HttpReply send(Call call) throws BackendException {
		final var exchange = exchange(call);
		try {
			return exchange.reply();
		} catch (BackendException e) {
			exchange.close();
			throw e;
		}
	}

	/** What a server tells of a file without sending it. */
	public HttpFacts facts(Url url) throws BackendException {
		return HttpFacts.ask(this, url);
	}

	/**
	 * Opens a file. A broken connection is taken up again where it broke, if the file is still the same one; a server that knows no ranges is
	 * asked for the whole file then, and what is known already is skipped.
	 *
	 * @param length how many bytes are wanted; -1 for all to the end
	 * @param etag the version that is wanted
	 */
	public InputStream read(Url url, long offset, long length, Optional<String> etag) throws BackendException {
		return new ResumingStream(this, Call.get(url), offset, length, etag);
	}

	/** The same with a request that has headers of its own. */
	public InputStream read(Call call, long offset, long length) throws BackendException {
		return new ResumingStream(this, call, offset, length, Optional.empty());
	}

	synchronized HttpClient client() throws BackendException {
		if (closed) {
			throw Patience.closed();
		}
		if (client == null) {
			client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER)
					.connectTimeout(settings.timeout()).proxy(proxies).sslContext(Trust.context(settings))
					.executor(Executors.newVirtualThreadPerTaskExecutor()).build();
		}
		return client;
	}

	HttpRequest request(Call call, Url url, boolean foreign) throws BackendException {
		try {
			final var request = HttpRequest.newBuilder(url.uri()).timeout(settings.timeout()).method(call.method(), call.body());
			Headers.of(settings, call, url, foreign).forEach(request::setHeader);
			proxies.authorization(url).ifPresent(value -> request.setHeader("Proxy-Authorization", value)); //$NON-NLS-1$
			return request.build();
		} catch (IllegalArgumentException e) {
			throw new BackendException(BackendException.Kind.FAILED, Failures.words(e), e);
		}
	}

	void forget(Exchange exchange) {
		open.remove(exchange);
	}

	/** Ends all calls and connections; further calls fail. */
	@Override
	public void close() {
		final HttpClient last;
		synchronized (this) {
			closed = true;
			last = client;
			client = null;
		}
		open.forEach(Exchange::close);
		if (last != null) {
			last.shutdownNow();
		}
	}
}
