package dev.benchtop.cli.console;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** The user's terminal in raw mode: each key goes to the board at once, Ctrl-C too. It is put back when closed, and when the process is ended. */
public final class RawTerminal implements Terminal.Input {

	private static final File TERMINAL = new File("/dev/tty"); //$NON-NLS-1$

	private static final Terminal.Input PIPE = new Terminal.Input() {
		@Override
		public boolean isRaw() {
			return false;
		}

		@Override
		public void close() {
			// a pipe was not changed
		}
	};

	private final String before;
	private final Thread hook = new Thread(this::restore, "benchtop terminal"); //$NON-NLS-1$

	private RawTerminal(String before) {
		this.before = before;
	}

	/** Puts the terminal that standard input is into raw mode; leaves a pipe as it is. */
	public static Terminal.Input enter() throws BenchException {
		final var settings = stty(ProcessBuilder.Redirect.INHERIT, "-g"); //$NON-NLS-1$
		if (settings.isEmpty()) {
			return PIPE;
		}
		final var terminal = new RawTerminal(settings.get());
		Runtime.getRuntime().addShutdownHook(terminal.hook);
		if (stty(ProcessBuilder.Redirect.from(TERMINAL), "raw", "-echo").isEmpty()) { //$NON-NLS-1$ //$NON-NLS-2$
			terminal.close();
			throw BenchException.failed(Messages.RawTerminal_failed).build();
		}
		return terminal;
	}

	@Override
	public boolean isRaw() {
		return true;
	}

	private void restore() {
		stty(ProcessBuilder.Redirect.from(TERMINAL), before);
	}

	@Override
	public void close() {
		restore();
		try {
			Runtime.getRuntime().removeShutdownHook(hook);
		} catch (IllegalStateException e) {
			return; // the process is ending, and the hook restores once more
		}
	}

	/** What stty answers; empty where it fails or is not there. */
	private static Optional<String> stty(ProcessBuilder.Redirect terminal, String... arguments) {
		final var command = new ArrayList<String>();
		command.add("stty"); //$NON-NLS-1$
		command.addAll(List.of(arguments));
		try {
			final var process = new ProcessBuilder(command).redirectInput(terminal).redirectErrorStream(true).start();
			try (InputStream output = process.getInputStream()) {
				final String answer = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
				return process.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
			}
		} catch (IOException e) {
			return Optional.empty();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}
}
