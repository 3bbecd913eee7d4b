package dev.benchtop.ui.console;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;

/** What goes from the terminal of a tab to its console: what is typed, what the terminal answers, and how large it is. */
final class Typing implements AutoCloseable {

	private final ConsoleConnection connection;
	private final LineSettings settings;
	private final Consumer<byte[]> echo;
	private final Consumer<Boolean> refused;
	/** The first key asks the other processes of this machine for the keyboard, which may take a moment. */
	private final ExecutorService keyboard = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("console keyboard").factory()); //$NON-NLS-1$
	private Optional<Console> sized = Optional.empty();
	private volatile int columns;
	private volatile int rows;

	/**
	 * To whatever console there is.
	 *
	 * @param echo shows what was typed, where that is wanted
	 * @param refused hears that something could not be sent, and whether a person has typed it; on any thread
	 */
	Typing(ConsoleConnection connection, LineSettings settings, Consumer<byte[]> echo, Consumer<Boolean> refused) {
		this.connection = connection;
		this.settings = settings;
		this.echo = echo;
		this.refused = refused;
	}

	void typed(byte[] bytes) {
		connection.console().ifPresent(console -> keyboard.execute(() -> {
			try {
				console.write(settings.lineEnding().translate(bytes));
				if (settings.localEcho()) {
					echo.accept(LineEnding.CRLF.translate(bytes)); // Enter begins a line
				}
			} catch (BenchException _) {
				refused.accept(true);
			}
		}));
	}

	/** The terminal answers a query of the board, where nobody else has the keyboard. */
	void answered(byte[] bytes) {
		final Optional<Console> console = connection.console();
		if (connection.live() && console.isPresent() && console.get().state().script().isEmpty() && console.get().heldBy().isEmpty()) {
			try {
				console.get().write(bytes);
			} catch (BenchException _) {
				refused.accept(false);
			}
		}
	}

	void resized(int width, int height) {
		columns = width;
		rows = height;
		connection.console().filter(_ -> width > 0 && !keyboard.isShutdown()).ifPresent(console -> keyboard.execute(() -> console.resized(width, height)));
	}

	/** Tells another console how large the terminal is. On the UI thread. */
	void follow() {
		if (!sized.equals(connection.console())) {
			sized = connection.console();
			resized(columns, rows);
		}
	}

	@Override
	public void close() {
		keyboard.shutdown();
	}
}
