package dev.benchtop.storage.opendal;

import java.io.Closeable;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import org.apache.opendal.AsyncOperator;
import org.apache.opendal.Capability;
import org.apache.opendal.OpenDALException;
import org.apache.opendal.Operator;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * OpenDAL's operator, made on first use. A native call cannot be ended: whoever waits for one is let go when the time is over or the operator
 * is closed, and the memory of the operator is given back after the last call has come home.
 */
final class Native implements Closeable {

	private final String scheme;
	private final Map<String, String> options;
	private final CompletableFuture<Void> closing = new CompletableFuture<>();
	private final Leftovers leftovers = new Leftovers();
	private Calls calls;
	private int pending;
	private boolean closed;

	Native(String scheme, Map<String, String> options) {
		this.scheme = scheme;
		this.options = Map.copyOf(options);
	}

	String scheme() {
		return scheme;
	}

	/** What uploads have left that were given up. */
	Leftovers leftovers() {
		return leftovers;
	}

	String option(String key) {
		return options.getOrDefault(key, ""); //$NON-NLS-1$
	}

	/** Waits for an answer. */
	<T> T call(Duration patience, Function<Calls, CompletableFuture<T>> call) throws BackendException {
		return await(start(call), patience);
	}

	/** Begins a call. */
	<T> CompletableFuture<T> start(Function<Calls, CompletableFuture<T>> call) throws BackendException {
		final CompletableFuture<T> answer;
		synchronized (this) {
			final Calls open = calls();
			try {
				answer = call.apply(open);
			} catch (OpenDALException e) {
				throw Refusals.of(e);
			}
			pending++;
		}
		answer.whenComplete((result, failure) -> home());
		return answer;
	}

	<T> T await(CompletableFuture<T> answer, Duration patience) throws BackendException {
		return await(answer, closing, patience);
	}

	/** Waits for an answer, or until {@code ended} is complete by whoever has no more use for it. */
	<T> T await(CompletableFuture<T> answer, CompletableFuture<Void> ended, Duration patience) throws BackendException {
		try {
			CompletableFuture.anyOf(answer, closing, ended).get(patience.toMillis(), TimeUnit.MILLISECONDS);
			if (!answer.isDone()) {
				throw Link.closed();
			}
			return answer.get();
		} catch (TimeoutException e) {
			throw new BackendException(Kind.BROKEN, NLS.bind(Messages.Native_silent, patience.toSeconds()), e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw Link.closed();
		} catch (ExecutionException e) {
			throw e.getCause() instanceof OpenDALException refusal ? Refusals.of(refusal) : e.getCause() instanceof BackendException told ? told
					: new BackendException(Kind.FAILED, String.valueOf(e.getCause().getMessage()), e.getCause());
		}
	}

	/** The same store for calls that block; to be given back by {@link #release}. */
	synchronized Operator blocking() throws BackendException {
		final Operator blocking = calls().operator().blocking();
		pending++;
		return blocking;
	}

	void release(Operator blocking) {
		blocking.close();
		home();
	}

	Capability capability() throws BackendException {
		synchronized (this) {
			return calls().operator().info.fullCapability;
		}
	}

	private Calls calls() throws BackendException {
		if (closed) {
			throw Link.closed();
		}
		if (calls == null) {
			try {
				calls = new Calls(AsyncOperator.of(scheme, options));
			} catch (OpenDALException e) {
				throw Refusals.of(e);
			} catch (LinkageError | RuntimeException e) {
				throw new BackendException(Kind.FAILED, NLS.bind(Messages.Native_missing, System.getProperty("os.name"), System.getProperty("os.arch")), e); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
		return calls;
	}

	private synchronized void home() {
		pending--;
		dispose();
	}

	private void dispose() {
		if (closed && pending == 0 && calls != null) {
			final Calls last = calls;
			calls = null;
			Thread.ofPlatform().daemon().name("opendal-dispose").start(last::close); //$NON-NLS-1$
		}
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			dispose();
		}
		closing.complete(null);
	}
}
