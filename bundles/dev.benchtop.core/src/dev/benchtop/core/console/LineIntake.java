package dev.benchtop.core.console;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.EchoMask.Passed;

/** The way of a byte from the device: masked where it is the echo of a secret, kept in the log, given to the readers. */
final class LineIntake {

	private static final byte[] NOTHING = {};

	private final LineBuffer buffer;
	private final LineLog log;
	private final Consumer<String> trouble;
	private final Duration patience;
	private final EchoMask mask;
	private boolean logging;

	/**
	 * An intake without a connection yet.
	 *
	 * @param trouble hears, in words for people, that the log cannot be written
	 * @param patience how long the echo of a secret is waited for
	 */
	LineIntake(LineBuffer buffer, LineLog log, Consumer<String> trouble, Duration patience) {
		this.buffer = buffer;
		this.log = log;
		this.trouble = trouble;
		this.patience = patience;
		mask = new EchoMask(patience.toNanos());
	}

	/** A connection begins; returns how many bytes of it are known already. */
	synchronized long begin() {
		try {
			final LineLog.Start start = log.begin(buffer.end());
			buffer.oldUntil(start.oldUntil()); // first, so that nobody takes for new what is passed over
			buffer.skipTo(start.readFrom());
			logging = true;
			return start.skip();
		} catch (IOException e) {
			fail(e);
			return 0;
		}
	}

	synchronized void received(byte[] bytes, int length) {
		pass(mask.pass(bytes, length, System.nanoTime()));
	}

	/** The echo of these bytes is masked from now on. */
	synchronized void expectEcho(byte[] secret) {
		mask.expect(secret, System.nanoTime());
		CompletableFuture.delayedExecutor(patience.toNanos() + 1, TimeUnit.NANOSECONDS, Thread::startVirtualThread).execute(this::expire);
	}

	/** The connection ended: nothing more comes that could make a secret of what was held back. */
	synchronized void end() {
		pass(mask.end());
	}

	/** Lets go what was held back for a secret that came never. */
	private synchronized void expire() {
		pass(mask.pass(NOTHING, 0, System.nanoTime()));
	}

	private void pass(Passed passed) {
		if (passed.length() == 0) {
			return;
		}
		if (logging) {
			keep(passed);
		}
		buffer.append(passed.bytes(), passed.length());
	}

	private void keep(Passed passed) {
		final long place = buffer.end();
		try {
			log.append(place, passed.bytes(), passed.length());
			if (passed.masked()) {
				log.rewrite(place, passed.bytes(), passed.length());
			}
		} catch (IOException e) {
			fail(e);
		}
	}

	private void fail(IOException reason) {
		logging = false;
		trouble.accept(NLS.bind(Messages.ConsoleLine_noLog, BenchException.failed("").why(reason).build().why().orElseThrow())); //$NON-NLS-1$
	}
}
