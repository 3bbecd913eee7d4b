package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.opendal.OpenDALException;
import org.apache.opendal.Operator;

import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;

/**
 * A file written through OpenDAL's stream, on a thread of its own since its calls cannot be ended. The stream can only be closed, which makes
 * the file; so it is written under another name and renamed or copied, where the service can do that.
 */
final class StreamUpload implements Upload {

	private static final int PART = 8 << 20;
	private static final Duration PATIENCE = Duration.ofMinutes(5);
	private static final Duration SERVER_COPY = Duration.ofMinutes(60);

	private final Native store;
	private final String key;
	private final String temporary;
	private final Operator operator;
	private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("opendal-upload").factory()); //$NON-NLS-1$
	private final CompletableFuture<Void> closing = new CompletableFuture<>();
	private OutputStream out;
	private boolean finished;
	private boolean released;

	StreamUpload(Native store, String key) throws BackendException {
		this.store = store;
		this.key = key;
		final var flags = store.capability();
		this.temporary = flags.rename || flags.copy && flags.delete ? Keys.temporary(key) : key;
		this.operator = store.blocking();
	}

	@Override
	public void write(ByteBuffer data) throws IOException {
		final byte[] bytes = new byte[Math.min(PART, data.remaining())];
		while (data.hasRemaining()) {
			final int count = Math.min(bytes.length, data.remaining());
			data.get(bytes, 0, count);
			work(() -> {
				open().write(bytes, 0, count);
				return null;
			});
		}
	}

	private OutputStream open() {
		if (out == null) {
			out = operator.createOutputStream(temporary, PART);
		}
		return out;
	}

	private void work(Callable<Void> task) throws IOException {
		if (closing.isDone()) {
			throw Link.closed();
		}
		final var done = new CompletableFuture<Void>();
		final Runnable call = () -> {
			try {
				done.complete(task.call());
			} catch (OpenDALException e) {
				done.completeExceptionally(Refusals.of(e));
			} catch (Exception | Error e) {
				done.completeExceptionally(e);
			}
		};
		try {
			worker.execute(call);
		} catch (RejectedExecutionException e) {
			throw Link.closed();
		}
		store.await(done, closing, PATIENCE);
	}

	@Override
	public void commit() throws IOException {
		work(() -> {
			open().close();
			return null;
		});
		if (!temporary.equals(key)) {
			if (store.capability().rename) {
				store.await(store.start(any -> any.rename(temporary, key)), closing, SERVER_COPY);
			} else {
				store.await(store.start(any -> any.copy(temporary, key)), closing, SERVER_COPY);
				store.call(PATIENCE, any -> any.delete(temporary));
			}
		}
		finished = true;
	}

	@Override
	public void close() {
		try (var _ = store.leftovers().ending()) {
			if (closing.complete(null)) {
				worker.shutdown();
				store.leftovers().remove(temporary, this::end);
			}
		}
	}

	/** Runs after the last call of the worker; what fails once is left, since the stream is gone then. */
	private boolean end() throws BackendException {
		if (released) {
			return true;
		}
		released = true;
		try {
			worker.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			if (!finished && out != null) {
				out.close();
				operator.delete(temporary);
			}
			return true;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return true;
		} catch (OpenDALException e) {
			throw Refusals.of(e);
		} catch (IOException e) {
			throw new BackendException(BackendException.Kind.FAILED, String.valueOf(e.getMessage()), e);
		} finally {
			store.release(operator);
		}
	}
}
