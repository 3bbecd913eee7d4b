package dev.benchtop.storage.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;

/**
 * One call with all redirects and attempts that it takes. Closing it from another thread ends it at once, wherever it waits, and its reply
 * with it.
 */
public final class Exchange implements Closeable {

	static final int MAX_REDIRECTS = 10;
	private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
	private static final Set<Integer> REDIRECTS_WITH_BODY = Set.of(307, 308);
	private static final Set<Integer> AGAIN = Set.of(408, 429, 500, 502, 503, 504);

	private final HttpEngine engine;
	private final Call call;
	private final Patience patience;
	private CompletableFuture<?> pending;
	private BodyStream body;
	private boolean closed;

	Exchange(HttpEngine engine, Call call) {
		this.engine = engine;
		this.call = call;
		this.patience = new Patience(engine.settings());
	}

	/**
	 * The reply at the end of all redirects, whatever its status is.
	 *
	 * @throws BackendException where no server answers, or redirects lead nowhere
	 */
	public HttpReply reply() throws BackendException {
		Url url = call.url();
		boolean foreign = false;
		for (int hops = 0;; hops++) {
			final HttpReply reply = attempts(url, foreign);
			if (!REDIRECTS.contains(reply.status())) {
				return reply;
			}
			if (hops == MAX_REDIRECTS) {
				throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Exchange_tooMany, MAX_REDIRECTS, url));
			}
			final Url next = next(reply);
			reply.discard();
			foreign |= !next.sameOrigin(call.url());
			url = next;
		}
	}

	private Url next(HttpReply reply) throws BackendException {
		final boolean plain = call.method().equals("GET") || call.method().equals("HEAD"); //$NON-NLS-1$ //$NON-NLS-2$
		if (!plain && !(call.repeatable() && REDIRECTS_WITH_BODY.contains(reply.status()))) {
			throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Exchange_movedUpload, Status.words(reply.status()), call.method()));
		}
		final String location = reply.header("Location").orElseThrow(() -> new BackendException(BackendException.Kind.FAILED, //$NON-NLS-1$
				NLS.bind(Messages.Exchange_noLocation, Status.words(reply.status()), reply.url())));
		final Url next = reply.url().resolve(location);
		if (reply.url().secure() && !next.secure() && !engine.settings().downgrade()) {
			throw new BackendException(BackendException.Kind.DENIED, NLS.bind(Messages.Exchange_downgrade, next));
		}
		return next;
	}

	private HttpReply attempts(Url url, boolean foreign) throws BackendException {
		for (int attempt = 1;; attempt++) {
			final boolean last = !call.repeatable() || patience.isLast(attempt);
			try {
				final HttpReply reply = once(url, foreign);
				final var later = reply.retryAfter();
				if (last || !AGAIN.contains(reply.status()) || later.filter(wait -> wait.compareTo(Patience.LONGEST) > 0).isPresent()) {
					return reply;
				}
				reply.discard();
				if (later.isPresent()) {
					patience.pause(later.get());
				} else {
					patience.pause(attempt);
				}
			} catch (BackendException e) {
				if (e.kind() != BackendException.Kind.BROKEN || !call.repeatable()) {
					throw e;
				}
				if (last) {
					throw patience.exhausted(e);
				}
				patience.pause(attempt);
			}
		}
	}

	private HttpReply once(Url url, boolean foreign) throws BackendException {
		try {
			final Answer answer = await(url, foreign);
			synchronized (this) {
				body = answer.body();
				if (closed) {
					body.close();
					throw Patience.closed();
				}
			}
			return new HttpReply(this, url, answer);
		} catch (InterruptedException e) {
			close();
			Thread.currentThread().interrupt();
			throw Patience.closed();
		} catch (CancellationException e) {
			throw Patience.closed();
		} catch (ExecutionException e) {
			throw failure(url, e.getCause());
		}
	}

	private Answer await(Url url, boolean foreign) throws BackendException, InterruptedException, ExecutionException {
		final HttpClient client = engine.client();
		final var request = engine.request(call, url, foreign);
		final CompletableFuture<Answer> answer;
		synchronized (this) {
			if (closed) {
				throw Patience.closed();
			}
			body = null;
			final var begun = Answer.to(client, request, engine.settings().timeout());
			pending = begun.sent();
			answer = begun.answer();
		}
		return answer.get();
	}

	/** What a failure of the connection means. */
	BackendException failure(Url url, Throwable cause) {
		synchronized (this) {
			if (closed) {
				return Patience.closed();
			}
		}
		return cause instanceof IOException e ? Failures.of(url, e, engine.settings()) : new BackendException(BackendException.Kind.FAILED, Failures.words(cause), cause);
	}

	@Override
	public void close() {
		patience.close();
		final BodyStream open;
		synchronized (this) {
			closed = true;
			open = body;
			if (open == null && pending != null) {
				pending.cancel(true);
			}
		}
		if (open != null) {
			open.close();
		}
		engine.forget(this);
	}
}
