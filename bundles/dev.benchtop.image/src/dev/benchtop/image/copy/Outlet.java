package dev.benchtop.image.copy;

import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;

/**
 * Writes chunks, as many at once as the session takes, on threads of its own. They are told in their order, none before all that lie before it
 * are written; and why the first of those that are not was not is what is thrown.
 */
final class Outlet implements AutoCloseable {

	private final Sink sink;
	private final Consumer<Range> written;
	private final Closeable intake;
	private final ExecutorService hands;
	private final int most;
	private final Deque<Job> underWay = new ArrayDeque<>();
	private BenchException failure;

	/** A range on its way. */
	private static final class Job {
		private final Range range;
		private boolean done;
		private BenchException failure;

		Job(Range range) {
			this.range = range;
		}
	}

	/**
	 * @param written hears of each range, from one thread at a time
	 * @param intake is closed when a write has failed, so that nobody waits for more
	 */
	Outlet(Sink sink, Consumer<Range> written, Closeable intake) {
		this.sink = sink;
		this.written = written;
		this.intake = intake;
		final int writers = sink.session().writers();
		this.most = writers + 1;
		this.hands = Executors.newFixedThreadPool(writers, Thread.ofPlatform().daemon().name("image-write-", 0).factory()); //$NON-NLS-1$
	}

	/** Writes a chunk and releases it, unless that fails: the target may be reading it still. Waits while enough of them are under way. */
	void write(Chunk chunk) throws BenchException {
		final Job job = begin(chunk.range());
		hands.execute(() -> {
			final BenchException reason = attempt(chunk);
			if (reason == null) {
				chunk.release();
			}
			end(job, reason);
		});
	}

	/** Takes a range that the target has already. */
	void pass(Range range) throws BenchException {
		end(begin(range), null);
	}

	private synchronized Job begin(Range range) throws BenchException {
		await(most - 1);
		final var job = new Job(range);
		underWay.add(job);
		return job;
	}

	/** Returns when all of it is written. */
	synchronized void finish() throws BenchException {
		await(0);
	}

	/** Throws why a write has failed, if one has. */
	synchronized void check() throws BenchException {
		if (failure != null) {
			throw failure;
		}
	}

	private void await(int left) throws BenchException {
		check();
		while (underWay.size() > left) {
			try {
				wait();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw BenchException.cancelled();
			}
			check();
		}
	}

	/** Returns why a chunk was not written, null where it was. Behind one that was not, nothing is begun. */
	private BenchException attempt(Chunk chunk) {
		try {
			check();
			sink.write(chunk.data(), chunk.position());
			return null;
		} catch (BenchException e) {
			return e;
		}
	}

	private synchronized void end(Job job, BenchException reason) {
		job.done = true;
		job.failure = reason;
		while (failure == null && !underWay.isEmpty() && underWay.peek().done) {
			final Job first = underWay.poll();
			failure = first.failure == null ? tell(first.range) : first.failure;
			if (failure != null) {
				Background.close(intake);
			}
		}
		notifyAll();
	}

	/** Returns what went wrong with whoever is told, null where nothing did: it ends the copy, and leaves nobody waiting. */
	private BenchException tell(Range range) {
		try {
			written.accept(range);
			return null;
		} catch (RuntimeException | Error e) {
			return BenchException.failed(Messages.Copy_failed).why(e).build();
		}
	}

	/** Returns when nothing is under way. */
	@Override
	public void close() throws BenchException {
		hands.shutdown();
		try {
			hands.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}
}
