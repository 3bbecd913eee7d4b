package dev.benchtop.disk;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.disk.Pieces.Piece;

/** The threads that touch one disk. A call that does not come back is left behind, and its caller is told instead of waiting for ever. */
final class Crew implements AutoCloseable {

	/** How many pieces are under way at once. */
	static final int HANDS = 4;

	/** Whether the disk is still there. */
	@FunctionalInterface
	interface Presence {
		boolean isThere();
	}

	/** What is done with one piece. */
	@FunctionalInterface
	interface Work {
		void on(Piece piece) throws IOException;
	}

	/** Something that is done once. */
	@FunctionalInterface
	interface Task {
		void run() throws IOException;
	}

	private record Done(IOException failure) {
	}

	private final Presence presence;
	private final Duration uneasy;
	private final LongConsumer silent;
	private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, Thread.ofPlatform().daemon().name("disk-io-", 0).factory()); //$NON-NLS-1$
	private volatile boolean closed;
	/** When anything last came back: what waits for that is not what does not come back. */
	private volatile long moved = System.nanoTime();
	private long told = moved;

	/**
	 * @param uneasy how long the disk may be silent before somebody is told, and it is looked whether it is still there
	 * @param silent hears of that once for each silence, in seconds
	 */
	Crew(Presence presence, Duration uneasy, LongConsumer silent) {
		this.presence = presence;
		this.uneasy = uneasy;
		this.silent = silent;
	}

	/** Works on all pieces; returns when all are done, throws what the first failed with. */
	void run(List<Piece> pieces, Work work, Duration patience) throws IOException {
		await(pieces.stream().map(piece -> (Task) () -> work.on(piece)).toList(), patience);
	}

	/** Does one thing. */
	void run(Task task, Duration patience) throws IOException {
		await(List.of(task), patience);
	}

	private void await(List<Task> tasks, Duration patience) throws IOException {
		final var results = new LinkedBlockingQueue<Done>();
		try {
			tasks.forEach(task -> hands.execute(() -> results.add(done(task))));
		} catch (RejectedExecutionException e) {
			throw new IOException(Messages.Crew_closed, e);
		}
		IOException failure = null;
		for (int i = 0; i < tasks.size(); i++) {
			final Done done = next(results, patience);
			failure = failure == null ? done.failure() : failure;
		}
		if (failure != null) {
			throw told(failure);
		}
	}

	private Done done(Task task) {
		try {
			task.run();
			return new Done(null);
		} catch (IOException e) {
			return new Done(e);
		} catch (RuntimeException | Error e) {
			return new Done(new IOException(e.toString(), e));
		} finally {
			moved = System.nanoTime();
		}
	}

	private Done next(LinkedBlockingQueue<Done> results, Duration patience) throws IOException {
		final long since = System.nanoTime();
		long looked = since;
		try {
			while (true) {
				final Done done = results.poll(100, TimeUnit.MILLISECONDS);
				if (done != null) {
					return done;
				}
				if (closed) {
					throw new IOException(Messages.Crew_closed);
				}
				final long quiet = System.nanoTime() - Math.max(since, moved);
				if (quiet > patience.toNanos()) {
					throw new IOException(presence.isThere() ? NLS.bind(Messages.Crew_stalled, patience.toSeconds()) : Messages.Crew_unplugged);
				}
				if (quiet > uneasy.toNanos() && System.nanoTime() - looked > uneasy.toNanos()) {
					looked = System.nanoTime();
					lookAfter(quiet);
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private void lookAfter(long quiet) throws IOException {
		if (!presence.isThere()) {
			throw new IOException(Messages.Crew_unplugged);
		}
		synchronized (this) {
			if (told - moved > 0) {
				return;
			}
			told = System.nanoTime();
		}
		silent.accept(TimeUnit.NANOSECONDS.toSeconds(quiet));
	}

	/** Says that the disk is gone where that is why. */
	private IOException told(IOException failure) {
		return closed || presence.isThere() ? failure : new IOException(Messages.Crew_unplugged, failure);
	}

	@Override
	public void close() {
		closed = true;
		hands.shutdown();
	}
}
