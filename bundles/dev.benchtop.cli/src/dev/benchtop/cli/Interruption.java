package dev.benchtop.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.CancelToken;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C and the end of the process do to the running command. The first Ctrl-C cancels, and ends the process where the command
 * has not ended by itself in time; the second ends it at once. SIGTERM and SIGHUP cancel too, and leave the command time to put things in order.
 */
final class Interruption implements AutoCloseable {

	private static final int EXIT_INTERRUPTED = 130;
	private static final long GRACE_MILLIS = 1800;

	private final CancelToken token;
	private final CountDownLatch ended = new CountDownLatch(1);
	private final Thread hook = new Thread(this::shutDown, "benchtop shutdown"); //$NON-NLS-1$
	private final Signal signal = new Signal("INT"); //$NON-NLS-1$
	private final SignalHandler before;

	Interruption(CancelToken token) {
		this.token = token;
		this.before = Signal.handle(signal, _ -> interrupt());
		Runtime.getRuntime().addShutdownHook(hook);
	}

	private void interrupt() {
		if (token.isCancelled()) {
			Runtime.getRuntime().halt(EXIT_INTERRUPTED);
		}
		Thread.ofPlatform().daemon().name("benchtop interrupt").start(() -> { //$NON-NLS-1$
			token.cancel();
			if (!endsInTime()) {
				Runtime.getRuntime().exit(EXIT_INTERRUPTED);
			}
		});
	}

	private void shutDown() {
		if (!token.isCancelled()) {
			token.cancel();
			endsInTime();
		}
	}

	private boolean endsInTime() {
		try {
			return ended.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		ended.countDown();
		Signal.handle(signal, before);
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			return; // the process is ending already, and the hook has seen that the command has
		}
	}
}
