package dev.benchtop.core.console;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Console;

/**
 * A dialogue with a board: sends, and waits for what the board says. Holds the console's keyboard until it is closed.
 * Bytes are read as ISO 8859-1; every wait consumes the text up to the end of what it matched.
 * For one thread at a time.
 */
public final class Script implements AutoCloseable {

	/** One thing to wait for. */
	public sealed interface Expectation {

		/** This text as it stands. */
		record Literal(String text) implements Expectation {
		}

		/** Text that the pattern finds. */
		record Regex(Pattern pattern) implements Expectation {
		}
	}

	/**
	 * What came.
	 *
	 * @param index which of the expectations it was, from 0 on
	 * @param before the text before it, since the last match
	 * @param text what matched
	 * @param groups the groups of a pattern, the whole match first; for a literal just that
	 */
	public record Match(int index, String before, String text, java.util.List<String> groups) {
	}

	/**
	 * What a command of the board's shell did.
	 *
	 * @param output what it printed, lines separated by {@code \n}, without the echo of the command
	 * @param status its exit status
	 */
	public record Result(String output, int status) {
	}

	/**
	 * Takes the keyboard; hears everything from here on.
	 *
	 * @param by who drives, for the person whose keyboard is locked
	 */
	public static Script on(Console console, String by, CancelToken cancel) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** As {@link #on(Console, String, CancelToken)}; hears everything from byte {@code from} of the line on. */
	public static Script on(Console console, String by, CancelToken cancel, long from) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Whether escape sequences of terminals are taken out of the text before it is matched; they are by default. */
	public Script keepEscapes(boolean keep) {
		throw new UnsupportedOperationException();
	}

	/** Sends text as it is. */
	public void send(String text) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Sends a secret as it is; masked wherever the board echoes it. */
	public void send(Secret secret) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Sends text and the end of a line. */
	public void sendLine(String text) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Waits for a text. */
	public Match expect(String literal, Duration timeout) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Waits for text that the pattern finds. */
	public Match expect(Pattern pattern, Duration timeout) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Waits for whichever comes first in the text; at one place the earlier in the list wins.
	 *
	 * @throws BenchException after the time, when the line is lost or the keyboard taken, with the board's last lines; or cancelled
	 */
	public Match expectAny(Duration timeout, Expectation... expectations) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Waits for a login prompt, logs in, and waits for the shell's prompt. */
	public void login(String user, Secret password, Duration timeout) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Runs a command in a shell that knows {@code $?} and waits for its end. */
	public Result command(String command, Duration timeout) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Runs a command at U-Boot's prompt ({@code "=> "}) and waits for its end. */
	public Result uboot(String command, Duration timeout) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The last lines that the board said, at most {@code count}, for an error of the caller's. */
	public String lastLines(int count) {
		throw new UnsupportedOperationException();
	}

	/** Gives the keyboard back. */
	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
