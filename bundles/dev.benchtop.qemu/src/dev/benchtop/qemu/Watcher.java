package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;

import com.google.gson.JsonObject;

/**
 * Sees a machine come and go, whichever process starts or ends it: by its record in the state folder when it comes, by the end of its
 * event socket when it goes.
 */
final class Watcher implements AutoCloseable {

	/** Hears what becomes of the machine; called in order on the watcher's thread. */
	interface Listener {

		void started(Run run);

		/** It stands still, or goes on again; {@code why} is empty where it was asked to. */
		void paused(Run run, boolean still, String why);

		/** It has gone; {@code reason} is the one of QEMU's event, empty where there was none, {@code words} the last of QEMU's. */
		void ended(Run run, String reason, String words);
	}

	private static final Duration LOOK = Duration.ofMillis(400);
	private static final Duration RETRY = Duration.ofMillis(20);
	private static final Duration GONE = Duration.ofSeconds(2);

	/** How often it is seen to that QEMU's words do not become too many. */
	private static final Duration TRIM = Duration.ofSeconds(5);

	private final Path state;
	private final Listener listener;
	private final Semaphore wake = new Semaphore(0);
	private volatile CountDownLatch attached = new CountDownLatch(1);
	private volatile boolean closed;
	private volatile Qmp qmp;
	private volatile String trouble = ""; //$NON-NLS-1$

	Watcher(String name, Path state, Listener listener) {
		this.state = state;
		this.listener = listener;
		Thread.ofPlatform().daemon().name(name).start(this::watch);
	}

	/** Attaches to a machine that was just started; returns when it is known how it stands and its events are heard, or after a moment. */
	void attach() {
		attached = new CountDownLatch(1);
		wake.release();
		awaitAttached();
	}

	/** Returns when it is known how a machine stands that goes already, or after a moment. */
	void awaitAttached() {
		try {
			attached.await(LOOK.toMillis() * 2, TimeUnit.MILLISECONDS);
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
				client.onReady(() -> client.ask("query-status", status -> { //$NON-NLS-1$
					stands(run, status.getAsJsonObject());
					attached.countDown();
				}));
				long mark = run.firstMark();
				while (!client.endsWithin(TRIM)) {
					mark = run.trimWords(mark);
				}
			}
			return true;
		} catch (IOException _) {
			pause(RETRY);
			return false;
		} finally {
			qmp = null;
		}
	}

	/** A machine that was found may stand still already; one that waits to be started does not. */
	private void stands(Run run, JsonObject status) {
		final String now = status.get("status").getAsString(); //$NON-NLS-1$
		if (!status.get("running").getAsBoolean() && !now.equals("prelaunch")) { //$NON-NLS-1$ //$NON-NLS-2$
			listener.paused(run, true, now.equals("paused") ? "" : now); //$NON-NLS-1$ //$NON-NLS-2$
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
					listener.paused(run, true, trouble);
				}
			}
			case "RESUME" -> { //$NON-NLS-1$
				trouble = ""; //$NON-NLS-1$
				listener.paused(run, false, ""); //$NON-NLS-1$
			}
			case "BLOCK_IO_ERROR" -> trouble = NLS.bind(Messages.Watcher_disk, event.text("node-name"), event.text("reason")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			case "GUEST_PANICKED" -> trouble = Messages.Machine_guestPanic; //$NON-NLS-1$
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
