package dev.benchtop.server.files;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Missing;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.FileServer.Transfer;

/** What a server did and does: its transfers, and the names that were asked for in vain; both bounded. Thread-safe. */
public final class TransferLog {

	private static final int KEPT = 200;
	private static final int KEPT_MISSING = 50;
	private static final int WAITING = 32;

	private final ServedFiles files;
	private final FileServer.Listener listener;
	private final Deque<LiveTransfer> transfers = new ArrayDeque<>();
	private final Map<String, Missing> missing = new LinkedHashMap<>();
	private final ThreadPoolExecutor hints;
	private long last;

	/** A log whose near names are those of {@code files}. */
	public TransferLog(ServedFiles files, FileServer.Listener listener) {
		this.files = files;
		this.listener = listener;
		this.hints = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING),
				task -> Thread.ofPlatform().daemon().name("near names").unstarted(task), new ThreadPoolExecutor.DiscardPolicy()); //$NON-NLS-1$
		hints.allowCoreThreadTimeOut(true);
	}

	/** A transfer begins; {@code total} is -1 where it is not known. */
	public LiveTransfer begin(InetSocketAddress client, String name, boolean upload, long total, String options) {
		final LiveTransfer begun;
		synchronized (this) {
			begun = new LiveTransfer(this, ++last, client, name, upload, total, options);
			transfers.addFirst(begun);
			if (transfers.size() > KEPT) {
				dropOldest();
			}
		}
		listener.began(begun.now());
		return begun;
	}

	private void dropOldest() {
		final var oldest = transfers.descendingIterator();
		while (oldest.hasNext()) {
			if (!oldest.next().runs()) {
				oldest.remove();
				return;
			}
		}
	}

	void ended(LiveTransfer transfer) {
		listener.ended(transfer.now());
	}

	/** A client asked for a name that is not there; near names are looked for in the background. */
	public void missed(InetSocketAddress client, String name) {
		final Missing now;
		synchronized (this) {
			final var before = Optional.ofNullable(missing.remove(name));
			now = new Missing(name, client, Instant.now(), before.map(Missing::times).orElse(0) + 1, before.map(Missing::near).orElse(List.of()));
			missing.put(name, now);
			if (missing.size() > KEPT_MISSING) {
				missing.remove(missing.keySet().iterator().next());
			}
		}
		listener.missed(now);
		hints.execute(() -> hint(name));
	}

	private void hint(String name) {
		final List<String> near = NearNames.of(name, files);
		synchronized (this) {
			missing.computeIfPresent(name, (_, old) -> new Missing(name, old.client(), old.last(), old.times(), near));
		}
	}

	/** The transfers that run and the last ended ones, newest first. */
	public synchronized List<Transfer> transfers() {
		return transfers.stream().map(LiveTransfer::now).toList();
	}

	/** How many run. */
	public synchronized int running() {
		return (int) transfers.stream().filter(LiveTransfer::runs).count();
	}

	/** What was asked for in vain, the last first. */
	public synchronized List<Missing> missing() {
		return new ArrayList<>(missing.values()).reversed();
	}

	/** Forgets what is over. */
	public synchronized void forget() {
		transfers.removeIf(transfer -> !transfer.runs());
		missing.clear();
	}

	/** Ends what is still said to run, because its server has stopped. */
	public void endAll(String reason) {
		final List<LiveTransfer> running;
		synchronized (this) {
			running = transfers.stream().filter(LiveTransfer::runs).toList();
		}
		running.forEach(transfer -> transfer.end(Outcome.FAILED, Optional.of(reason)));
	}
}
