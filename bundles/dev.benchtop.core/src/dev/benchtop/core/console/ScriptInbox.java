package dev.benchtop.core.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.console.ConsoleState.Line;

/** What the board said and the script has not consumed yet. */
final class ScriptInbox implements ConsoleListener {

	private static final int LIMIT = 4 << 20;
	private static final int REMEMBERED = 1 << 14;

	private final CancelToken cancel;
	private final StringBuilder text = new StringBuilder();
	private final StringBuilder said = new StringBuilder();
	private EscapeFilter filter = new EscapeFilter();
	private Line line;
	private String broke;

	ScriptInbox(CancelToken cancel) {
		this.cancel = cancel;
	}

	/** How the line stands as the script begins, where no change was heard of yet. */
	synchronized void begin(Line now) {
		if (line == null) {
			line = now;
		}
	}

	synchronized void keepEscapes(boolean keep) {
		filter = keep ? null : new EscapeFilter();
	}

	@Override
	public synchronized void received(byte[] bytes, boolean replay) {
		final String piece = new String(bytes, StandardCharsets.ISO_8859_1);
		final String clean = filter == null ? piece : filter.pass(piece);
		text.append(clean);
		text.delete(0, Math.max(0, text.length() - LIMIT));
		said.append(clean);
		said.delete(0, Math.max(0, said.length() - REMEMBERED));
		notifyAll();
	}

	@Override
	public synchronized void changed(ConsoleState state) {
		if (line == Line.OPEN && state.line() != Line.OPEN) {
			broke = state.reason().orElse(""); //$NON-NLS-1$
		}
		line = state.line();
		notifyAll();
	}

	/** Wakes who waits, to look whether there is reason to go on. */
	synchronized void wake() {
		notifyAll();
	}

	/**
	 * Waits until the text gives something.
	 *
	 * @param look looks for it in the text so far, and consumes it
	 * @param check throws where there is no sense in waiting on
	 * @return empty where it did not come in time
	 */
	synchronized <T> Optional<T> await(Function<StringBuilder, Optional<T>> look, Check check, Duration timeout) throws BenchException {
		final long until = System.nanoTime() + timeout.toNanos();
		broke = null;
		while (true) {
			cancel.check();
			final Optional<T> found = look.apply(text);
			if (found.isPresent()) {
				return found;
			}
			check.run();
			if (broke != null) {
				throw BenchException.failed(Messages.Script_lineLost).why(why(broke)).build();
			}
			final long left = until - System.nanoTime();
			if (left <= 0) {
				return Optional.empty();
			}
			pause(left);
		}
	}

	/** Throws where there is no sense in waiting on. */
	@FunctionalInterface
	interface Check {
		void run() throws BenchException;
	}

	/** Lets time pass, unless it is cancelled. */
	synchronized void sleep(Duration time) throws BenchException {
		final long until = System.nanoTime() + time.toNanos();
		for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
			cancel.check();
			pause(left);
		}
		cancel.check();
	}

	private void pause(long nanos) throws BenchException {
		try {
			wait(nanos / 1_000_000 + 1);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Why something did not come: what is wrong with the line, and what the board said last. */
	String why(String reason) {
		final String last = lastLines(20);
		final String words = last.isEmpty() ? Messages.Script_saidNothing : NLS.bind(Messages.Script_lastSaid, last.indent(2).stripTrailing());
		return reason.isEmpty() ? words : reason + '\n' + words;
	}

	synchronized String lastLines(int count) {
		final String[] lines = said.toString().replace("\r", "").split("\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return String.join("\n", Arrays.asList(lines).subList(Math.max(0, lines.length - count), lines.length)).strip(); //$NON-NLS-1$
	}

	synchronized boolean open() {
		return line == Line.OPEN;
	}
}
