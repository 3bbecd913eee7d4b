package dev.benchtop.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.SerialLines;
import dev.benchtop.core.spi.CliContext;

/** One console between a board and the user's terminal or pipe. */
final class ConsoleSession implements ConsoleListener {

	private static final int CHUNK = 4096;
	private static final long REOPEN_SECONDS = 1;
	private static final Duration BREAK = Duration.ofMillis(250);

	private final Console console;
	private final String title;
	private final CliContext context;
	private final Manner manner;
	private final PrintStream err;
	private final Transcript transcript;
	private final CompletableFuture<Void> end = new CompletableFuture<>();
	private String lastNotice = ""; //$NON-NLS-1$

	ConsoleSession(Console console, String title, CliContext context, Manner manner) throws BenchException {
		this.console = console;
		this.title = title;
		this.context = context;
		this.manner = manner;
		this.err = context.err();
		transcript = Transcript.open(context.out(), manner);
	}

	/** Returns when the user leaves, or in a pipe when the line closes or the time after the end of the input is over. */
	int run() throws BenchException {
		final boolean writes = keyboard();
		if (manner.raw()) {
			notice(NLS.bind(Messages.ConsoleSession_leave, title));
		}
		try (transcript; var _ = context.token().onCancel(() -> end.completeExceptionally(BenchException.cancelled()))) {
			show(writes);
		}
		context.out().flush();
		return 0;
	}

	private void show(boolean writes) throws BenchException {
		open();
		try (var _ = console.attach(this)) {
			Thread.ofPlatform().daemon().name("benchtop keyboard").start(() -> keys(writes)); //$NON-NLS-1$
			awaitEnd();
		} finally {
			if (manner.raw()) {
				err.print("\r\n"); //$NON-NLS-1$
			}
		}
	}

	/** Sees who has the keyboard; returns whether we may type. */
	private boolean keyboard() throws BenchException {
		if (manner.readOnly()) {
			return false;
		}
		final var holder = console.heldBy();
		if (holder.isEmpty()) {
			return true;
		}
		if (manner.takeOver()) {
			console.takeOver();
			return true;
		}
		final String told = NLS.bind(Messages.ConsoleSession_held, new Object[] {title, holder.get().command(), Long.toString(holder.get().pid())});
		if (!manner.raw()) {
			throw BenchException.failed(told).next(Messages.ConsoleSession_heldNext).build();
		}
		notice(told + ' ' + Messages.ConsoleSession_heldKeys);
		return true;
	}

	private void open() throws BenchException {
		try {
			console.open();
		} catch (BenchException e) {
			if (!manner.raw()) {
				throw e;
			}
			notice(e.getMessage());
		}
	}

	private void awaitEnd() throws BenchException {
		while (true) {
			try {
				end.get(REOPEN_SECONDS, TimeUnit.SECONDS);
				return;
			} catch (TimeoutException e) {
				if (manner.raw() && console.state().line() == ConsoleState.Line.CLOSED) {
					open();
				}
			} catch (ExecutionException e) {
				throw e.getCause() instanceof BenchException failure ? failure : BenchException.failed(Messages.ConsoleSession_failed).why(e.getCause()).build();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw BenchException.cancelled();
			}
		}
	}

	@Override
	public void received(byte[] bytes, boolean replay) {
		if (replay && !manner.replay()) {
			return;
		}
		try {
			if (!transcript.write(bytes)) {
				end.complete(null);
			}
		} catch (BenchException e) {
			end.completeExceptionally(e);
		}
	}

	@Override
	public void live() {
		changed(console.state());
	}

	@Override
	public void changed(ConsoleState state) {
		if (manner.raw()) {
			switch (state.line()) {
			case OPEN -> lastNotice = ""; //$NON-NLS-1$
			case CLOSED -> notice(NLS.bind(Messages.ConsoleSession_closed, state.reason().orElse(title)));
			case OPENING -> notice(NLS.bind(Messages.ConsoleSession_connecting, title));
			case LOST -> notice(NLS.bind(Messages.ConsoleSession_lost, state.reason().orElse(title)));
			}
		} else if (state.line() == ConsoleState.Line.CLOSED) {
			end.complete(null);
		}
	}

	private void keys(boolean writes) {
		final var keys = new EscapeKeys();
		final var chunk = new byte[CHUNK];
		try (InputStream in = context.in()) {
			for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
				final var typed = manner.raw() ? keys.type(chunk, length) : new EscapeKeys.Typed(Arrays.copyOf(chunk, length), null);
				if (writes && typed.bytes().length > 0) {
					send(typed.bytes());
				}
				if (typed.key() == EscapeKeys.Key.LEAVE) {
					end.complete(null);
					return;
				}
				if (typed.key() != null) {
					act(typed.key());
				}
			}
			inputEnded();
		} catch (IOException e) {
			inputEnded();
		} catch (BenchException e) {
			end.completeExceptionally(e);
		}
	}

	private void act(EscapeKeys.Key key) throws BenchException {
		if (key == EscapeKeys.Key.TAKE_OVER) {
			console.takeOver();
			return;
		}
		final var lines = console.lines();
		if (lines.isEmpty()) {
			notice(Messages.ConsoleSession_noLines);
			return;
		}
		try {
			change(key, lines.get());
		} catch (BenchException e) {
			notice(e.getMessage());
		}
	}

	private void change(EscapeKeys.Key key, SerialLines lines) throws BenchException {
		switch (key) {
		case BREAK -> lines.sendBreak(BREAK);
		case DTR -> {
			lines.dtr(!lines.dtr());
			notice(NLS.bind(Messages.ConsoleSession_line, "DTR", lines.dtr() ? Messages.ConsoleSession_asserted : Messages.ConsoleSession_released)); //$NON-NLS-1$
		}
		case RTS -> {
			lines.rts(!lines.rts());
			notice(NLS.bind(Messages.ConsoleSession_line, "RTS", lines.rts() ? Messages.ConsoleSession_asserted : Messages.ConsoleSession_released)); //$NON-NLS-1$
		}
		default -> throw new IllegalArgumentException(key.name());
		}
	}

	private void send(byte[] bytes) throws BenchException {
		try {
			console.write(bytes);
			lastNotice = ""; //$NON-NLS-1$
		} catch (BenchException e) {
			if (!manner.raw()) {
				throw e;
			}
			notice(e.getMessage());
		}
	}

	private void inputEnded() {
		if (manner.raw()) {
			end.complete(null);
		} else {
			manner.timeout().ifPresent(time -> end.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS));
		}
	}

	/** Says something beside the bytes of the board; the same thing only once. */
	private synchronized void notice(String text) {
		if (!text.equals(lastNotice)) {
			lastNotice = text;
			err.print("\r\n[" + text.replace("\n", "\r\n ") + "]\r\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			err.flush();
		}
	}
}
