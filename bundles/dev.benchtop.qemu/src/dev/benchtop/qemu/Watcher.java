package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sees a machine come and go, whichever process starts or ends it: by its record in the state folder when it comes, by the end of its
 * event socket when it goes.
 */
final class Watcher implements AutoCloseable {

	/** Hears what becomes of the machine; called in order on the watcher's thread. */
	interface Listener {

		void started(Run run);

		/** It stands still, or goes on again. */
		void paused(Run run, boolean still);

		/** It has gone; {@code reason} is the one of QEMU's event, empty where there was none, {@code words} the last of QEMU's. */
		void ended(Run run, String reason, String words);
	}

	private static final Duration LOOK = Duration.ofMillis(400);
	private static final Duration RETRY = Duration.ofMillis(20);
	private static final Duration GONE = Duration.ofSeconds(2);

	private final Path state;
	private final Listener listener;
	private final Semaphore wake = new Semaphore(0);
	private volatile CountDownLatch attached = new CountDownLatch(0);
	private volatile boolean closed;
	private volatile Qmp qmp;

	Watcher(String name, Path state, Listener listener) {
		this.state = state;
		this.listener = listener;
		Thread.ofPlatform().daemon().name(name).start(this::watch);
	}

	/** Attaches to a machine that was just started; returns when its events are heard, or after a moment. */
	void attach() {
		final var latch = new CountDownLatch(1);
		attached = latch;
		wake.release();
		try {
			latch.await(LOOK.toMillis() * 2, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ceases to watch; the machine goes on. */
	@Override
	public void close() {
		closed = true;
		wake.release();
		disconnect();
	}

	private void watch() {
		while (!closed) {
			final Optional<Run> run = Run.last(state).filter(Run::goes);
			if (run.isPresent()) {
				watch(run.get());
			} else {
				pause(LOOK);
			}
		}
	}

	private void watch(Run run) {
		final var reason = new StringBuffer();
		boolean attachedOnce = false;
		boolean listened;
		do {
			listened = listen(run, reason, !attachedOnce);
			attachedOnce |= listened;
		} while (!closed && !Stop.goneWithin(run, listened ? GONE : RETRY));
		if (!closed && attachedOnce) {
			final String words = run.said();
			run.clean();
			listener.ended(run, reason.toString(), words);
		}
	}

	/** Returns when the socket ends; whether there was one. */
	private boolean listen(Run run, StringBuffer reason, boolean first) {
		try (var client = Qmp.connect(run.events(), event -> heard(run, event, reason))) {
			qmp = client;
			if (first) {
				listener.started(run);
			}
			if (!closed) {
				client.onReady(() -> attached.countDown());
				client.awaitEnd();
			}
			return true;
		} catch (IOException _) {
			pause(RETRY);
			return false;
		} finally {
			qmp = null;
		}
	}

	private void heard(Run run, Qmp.Event event, StringBuffer reason) {
		switch (event.name()) {
			case "SHUTDOWN" -> { //$NON-NLS-1$
				reason.setLength(0);
				reason.append(event.text("reason")); //$NON-NLS-1$
			}
			case "STOP" -> { //$NON-NLS-1$
				if (reason.isEmpty()) {
					listener.paused(run, true);
				}
			}
			case "RESUME" -> listener.paused(run, false); //$NON-NLS-1$
			default -> { }
		}
	}

	private void disconnect() {
		final var client = qmp;
		if (client != null) {
			try {
				client.close();
			} catch (IOException e) {
				System.getLogger(Watcher.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
			}
		}
	}

	private void pause(Duration time) {
		try {
			wake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
			wake.drainPermits();
		} catch (InterruptedException e) {
			closed = true;
		}
	}
}
