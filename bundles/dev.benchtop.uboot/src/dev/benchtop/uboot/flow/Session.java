package dev.benchtop.uboot.flow;

import java.time.Duration;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.Script;
import dev.benchtop.uboot.dialogue.Bootloader;
import dev.benchtop.uboot.dialogue.BootloaderOptions;
import dev.benchtop.uboot.dialogue.Shell;

/** The board while a flow has it: its keyboard, its power, and where it is. */
final class Session implements AutoCloseable {

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private final String board;
	private final Console console;
	private final Power power;
	private final BootloaderOptions options;
	private final String by;
	private Script script;
	private Bootloader bootloader;
	private Shell shell;
	private Place place = Place.ANYWHERE;
	private BenchException settled;

	/** Takes the keyboard; {@code by} says for what. */
	Session(String board, Console console, Power power, BootloaderOptions options, String by, CancelToken cancel) throws BenchException {
		this.board = board;
		this.console = console;
		this.power = power;
		this.options = options;
		this.by = by;
		listen(cancel);
	}

	private void listen(CancelToken cancel) throws BenchException {
		script = Script.on(console, by, cancel);
		bootloader = new Bootloader(script, options);
		shell = shell == null ? null : Shell.again(script, shell.prompt());
	}

	String board() {
		return board;
	}

	Script script() {
		return script;
	}

	Power power() {
		return power;
	}

	Bootloader bootloader() {
		return bootloader;
	}

	Shell shell() {
		return shell;
	}

	Place place() {
		return place;
	}

	void at(Place now) {
		place = now;
	}

	void at(Shell now) {
		shell = now;
		place = Place.SYSTEM;
	}

	/** The same error, which trying again would not change. */
	BenchException settled(BenchException failure) {
		settled = failure;
		return failure;
	}

	/** Whether trying again would change nothing. */
	boolean isSettled(BenchException failure) {
		return failure == settled || script.taken() || failure.kind() != BenchException.Kind.FAILED;
	}

	/** The board may be in a shell that was left to it; it is not touched where it is not. */
	void resume(String prompt) throws BenchException {
		final Shell left = Shell.again(script, prompt);
		console.open();
		if (left.answers(ANSWER)) {
			at(left);
		}
	}

	/** Opens the console, which is closed while some boards are off. */
	void open() throws BenchException {
		console.open();
	}

	/** Whether the board is still where a stage needs it; what it does there is broken off. */
	boolean stillAt(Place wanted) throws BenchException {
		return switch (wanted) {
		case ANYWHERE -> true;
		case BOOTLOADER -> place == wanted && bootloader.answers();
		case SYSTEM -> place == wanted && shell != null && shell.answers(ANSWER);
		default -> false;
		};
	}

	/** Goes on after a cancellation, to leave the board as it should be. */
	void uncancelled() throws BenchException {
		script.close();
		listen(CancelToken.none());
	}

	@Override
	public void close() {
		script.close();
	}
}
