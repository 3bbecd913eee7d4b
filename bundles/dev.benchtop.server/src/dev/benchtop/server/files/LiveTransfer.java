package dev.benchtop.server.files;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;

/** One transfer as the server that does it tells of it. Thread-safe. */
public final class LiveTransfer {

	private static final long SECOND = 1_000_000_000L;
	private static final long SAMPLE = 2 * SECOND;

	private final TransferLog log;
	private final long id;
	private final InetSocketAddress client;
	private final String name;
	private final boolean upload;
	private final Instant since = Instant.now();
	private final long begun = System.nanoTime();
	private final long total;
	private final String options;
	private LongSupplier counter;
	private LongSupplier repeats;
	private long done;
	private int retransmits;
	private long ended;
	private Outcome outcome = Outcome.RUNNING;
	private Optional<String> error = Optional.empty();
	private long earlierTime = begun;
	private long earlierDone;
	private long laterTime = begun;
	private long laterDone;

	LiveTransfer(TransferLog log, long id, InetSocketAddress client, String name, boolean upload, long total, String options) {
		this.log = log;
		this.id = id;
		this.client = client;
		this.name = name;
		this.upload = upload;
		this.total = total;
		this.options = options;
	}

	/** So many more bytes have gone. */
	public synchronized void advance(long bytes) {
		done += bytes;
	}

	/** From now on the bytes that have gone, and the packets that went twice, are read from these; they may be asked by any thread. */
	public synchronized void follow(LongSupplier doneInAll, LongSupplier sentAgain) {
		counter = doneInAll;
		repeats = sentAgain;
	}

	private void look() {
		if (counter != null) {
			done = counter.getAsLong();
			retransmits = (int) repeats.getAsLong();
		}
	}

	/** It is over, well or not; what is said after the first time does not count. */
	public void end(Outcome how, Optional<String> reason) {
		synchronized (this) {
			if (outcome != Outcome.RUNNING) {
				return;
			}
			look();
			counter = null;
			ended = System.nanoTime();
			outcome = how;
			error = reason;
		}
		log.ended(this);
	}

	synchronized boolean runs() {
		return outcome == Outcome.RUNNING;
	}

	/** How it stands now. */
	public synchronized Transfer now() {
		look();
		final long now = outcome == Outcome.RUNNING ? System.nanoTime() : ended;
		return new Transfer(id, client, name, upload, done, total, rate(now), retransmits, options, since, Duration.ofNanos(now - begun), outcome, error);
	}

	/** Of the last two to four seconds while it runs and is looked at. */
	private long rate(long now) {
		if (outcome != Outcome.RUNNING) {
			return perSecond(done, now - begun);
		}
		if (now - laterTime > SAMPLE) {
			earlierTime = laterTime;
			earlierDone = laterDone;
			laterTime = now;
			laterDone = done;
		}
		return perSecond(done - earlierDone, now - earlierTime);
	}

	private static long perSecond(long bytes, long nanos) {
		return nanos <= 0 ? 0 : Math.round(bytes * (double) SECOND / nanos);
	}
}
