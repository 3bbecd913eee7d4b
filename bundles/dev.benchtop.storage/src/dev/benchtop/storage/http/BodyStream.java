package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockInput;

/** The body of a reply as it comes, at most about a MiB ahead of its reader; silence ends it, and so does closing it from another thread. */
final class BodyStream extends BlockInput implements BodySubscriber<BodyStream> {

	private static final int AHEAD = 1 << 20;

	private final Duration timeout;
	private final Deque<ByteBuffer> ready = new ArrayDeque<>();
	private Subscription subscription;
	private int buffered;
	private boolean asked;
	private boolean ended;
	private boolean closed;
	private Throwable failure;

	BodyStream(Duration timeout) {
		this.timeout = timeout;
	}

	/** A body with nothing in it. */
	static BodyStream empty() {
		final var empty = new BodyStream(Duration.ZERO);
		empty.ended = true;
		return empty;
	}

	@Override
	public CompletionStage<BodyStream> getBody() {
		return CompletableFuture.completedStage(this);
	}

	@Override
	public synchronized void onSubscribe(Subscription newSubscription) {
		subscription = newSubscription;
		if (closed) {
			newSubscription.cancel();
		} else {
			ask();
		}
	}

	@Override
	public synchronized void onNext(List<ByteBuffer> data) {
		asked = false;
		for (final ByteBuffer part : data) {
			if (part.hasRemaining() && !closed) {
				ready.add(part);
				buffered += part.remaining();
			}
		}
		ask();
		notifyAll();
	}

	@Override
	public synchronized void onError(Throwable throwable) {
		failure = throwable;
		notifyAll();
	}

	@Override
	public synchronized void onComplete() {
		ended = true;
		notifyAll();
	}

	private void ask() {
		if (!asked && !ended && !closed && buffered < AHEAD) {
			asked = true;
			subscription.request(1);
		}
	}

	@Override
	public synchronized int read(byte[] data, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!await()) {
			return -1;
		}
		final ByteBuffer part = ready.peek();
		final int count = Math.min(length, part.remaining());
		part.get(data, offset, count);
		buffered -= count;
		if (!part.hasRemaining()) {
			ready.remove();
		}
		ask();
		return count;
	}

	private boolean await() throws IOException {
		final long end = System.nanoTime() + timeout.toNanos();
		while (ready.isEmpty() || closed) {
			if (closed) {
				throw new ClosedChannelException();
			}
			if (failure != null) {
				throw failure instanceof IOException e ? e : new IOException(failure);
			}
			if (ended) {
				return false;
			}
			final long left = (end - System.nanoTime()) / 1_000_000;
			if (left <= 0) {
				throw new HttpTimeoutException(NLS.bind(Messages.Exchange_silent, timeout.toSeconds()));
			}
			try {
				wait(left);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new InterruptedIOException();
			}
		}
		return true;
	}

	@Override
	public synchronized void close() {
		if (!closed) {
			closed = true;
			ready.clear();
			if (subscription != null && !ended) {
				subscription.cancel();
			}
			notifyAll();
		}
	}
}
