package dev.benchtop.core.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Console;

/**
 * A dialogue with a board: sends, and waits for what the board says. Holds the console's keyboard until it is closed.
 * <p>
 * Bytes are read as ISO 8859-1, without the escape sequences of terminals. Every wait consumes the text up to the end of what it
 * matched; a pattern sees all that has come so far, so that it should not end in something that may grow ({@code \d+}).
 * A wait ends with an error at once where the line is lost or the keyboard is taken over; where the line is not open when it begins
 * (the board is just being switched on) it waits for that too. For one thread at a time.
 */
public final class Script implements AutoCloseable {

	/** One thing to wait for. */
	public sealed interface Expectation {

		/** This text as it stands. */
		record Literal(String text) implements Expectation {
			@Override
			public String toString() {
				return '"' + text.strip() + '"';
			}
		}

		/** Text that the pattern finds. */
		record Regex(Pattern pattern) implements Expectation {
			@Override
			public String toString() {
				return '/' + pattern.pattern() + '/';
			}
		}

		private Optional<MatchResult> find(CharSequence text) {
			final Pattern pattern = switch (this) {
				case Literal literal -> Pattern.compile(literal.text, Pattern.LITERAL);
				case Regex regex -> regex.pattern;
			};
			final var matcher = pattern.matcher(text);
			return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
		}
	}

	/**
	 * What came.
	 *
	 * @param index which of the expectations it was, from 0 on
	 * @param before the text before it, since the last match
	 * @param text what matched
	 * @param groups the groups of a pattern, the whole match first, null for one that did not take part; for a literal just that
	 */
	public record Match(int index, String before, String text, List<String> groups) {
	}

	/**
	 * What a command of the board's shell did.
	 *
	 * @param output what it printed, lines separated by {@code \n}, without the echo of the command
	 * @param status its exit status
	 */
	public record Result(String output, int status) {
	}

	private static final Pattern SHELL_PROMPT = Pattern.compile("(?:\\A|[\\r\\n])[^\\r\\n]*[#$%>] ?\\z"); //$NON-NLS-1$
	private static final Pattern UBOOT_PROMPT = Pattern.compile("(?:\\A|[\\r\\n])=> \\z"); //$NON-NLS-1$
	private static final Pattern LOGIN = Pattern.compile("login: ?\\z"); //$NON-NLS-1$
	private static final Pattern PASSWORD = Pattern.compile("assword: ?\\z"); //$NON-NLS-1$
	private static final Pattern REFUSED = Pattern.compile("(?i)login incorrect|authentication failure|permission denied"); //$NON-NLS-1$
	/** Before it the board still echoes what is typed at it. */
	private static final Duration PASSWORD_PAUSE = Duration.ofMillis(200);
	private static final Duration PROMPT_TIMEOUT = Duration.ofSeconds(2);

	private final ConsoleLease lease;
	private final Console.Attachment attachment;
	private final CancelToken.Registration cancellation;
	private final ScriptInbox inbox;

	private Script(Console console, String by, CancelToken cancel, long from) throws BenchException {
		inbox = new ScriptInbox(cancel);
		lease = console.lease(by);
		attachment = console.attach(inbox, from);
		inbox.begin(console.state().line());
		cancellation = cancel.onCancel(inbox::wake);
	}

	/**
	 * Takes the keyboard; hears everything from here on.
	 *
	 * @param by who drives, for the person whose keyboard is locked
	 */
	public static Script on(Console console, String by, CancelToken cancel) throws BenchException {
		return on(console, by, cancel, console.position());
	}

	/** As {@link #on(Console, String, CancelToken)}; hears everything from byte {@code from} of the line on. */
	public static Script on(Console console, String by, CancelToken cancel, long from) throws BenchException {
		return new Script(console, by, cancel, from);
	}

	/** Whether escape sequences stay in the text that comes from now on; they do not by default. */
	public Script keepEscapes(boolean keep) {
		inbox.keepEscapes(keep);
		return this;
	}

	/** Sends text as it is. */
	public void send(String text) throws BenchException {
		lease.write(text.getBytes(StandardCharsets.ISO_8859_1), false);
	}

	/** Sends a secret as it is; masked wherever the board echoes it. */
	public void send(Secret secret) throws BenchException {
		lease.write(secret.reveal().getBytes(StandardCharsets.UTF_8), true);
	}

	/** Sends text and the end of a line. */
	public void sendLine(String text) throws BenchException {
		send(text + '\n');
	}

	/** Waits for a text. */
	public Match expect(String literal, Duration timeout) throws BenchException {
		return expectAny(timeout, new Expectation.Literal(literal));
	}

	/** Waits for text that the pattern finds. */
	public Match expect(Pattern pattern, Duration timeout) throws BenchException {
		return expectAny(timeout, new Expectation.Regex(pattern));
	}

	/**
	 * Waits for whichever comes first in the text; at one place the earlier in the list wins.
	 *
	 * @throws BenchException after the time, when the line is lost or the keyboard taken, with the board's last lines; or cancelled
	 */
	public Match expectAny(Duration timeout, Expectation... expectations) throws BenchException {
		return await(timeout, expectations).orElseThrow(() -> late(timeout, expectations));
	}

	/** As {@link #expectAny}; empty where nothing of it comes in time. */
	public Optional<Match> await(Duration timeout, Expectation... expectations) throws BenchException {
		return inbox.await(text -> first(text, expectations), this::checkKeyboard, timeout);
	}

	private static Optional<Match> first(StringBuilder text, Expectation... expectations) {
		MatchResult first = null;
		int index = -1;
		for (int i = 0; i < expectations.length; i++) {
			final Optional<MatchResult> match = expectations[i].find(text);
			if (match.isPresent() && (first == null || match.get().start() < first.start())) {
				first = match.get();
				index = i;
			}
		}
		if (first == null) {
			return Optional.empty();
		}
		final List<String> groups = Arrays.asList(IntStream.rangeClosed(0, first.groupCount()).mapToObj(first::group).toArray(String[]::new));
		final var match = new Match(index, text.substring(0, first.start()), first.group(), groups);
		text.delete(0, first.end());
		return Optional.of(match);
	}

	/** A lost lease says why when it is written to. */
	private void checkKeyboard() throws BenchException {
		if (lease.lost()) {
			lease.write(new byte[0], false);
		}
	}

	private BenchException late(Duration timeout, Expectation... expectations) {
		final String all = Arrays.stream(expectations).map(Expectation::toString).collect(Collectors.joining(Messages.Script_or));
		final String time = timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms"; //$NON-NLS-1$ //$NON-NLS-2$
		return BenchException.failed(NLS.bind(Messages.Script_late, all, time)).why(inbox.why(inbox.open() ? "" : Messages.Script_notOpen)).build(); //$NON-NLS-1$
	}

	/** Lets time pass, whatever comes meanwhile and even where the line is not open. */
	public void pause(Duration time) throws BenchException {
		inbox.sleep(time);
	}

	/** Waits for a login prompt, logs in, and waits for the shell's prompt; {@code timeout} counts for each of the waits. */
	public void login(String user, Secret password, Duration timeout) throws BenchException {
		expect(LOGIN, timeout);
		sendLine(user);
		final var prompt = new Expectation.Regex(SHELL_PROMPT);
		final var refused = new Expectation.Regex(REFUSED);
		final var asked = expectAny(timeout, new Expectation.Regex(PASSWORD), refused, prompt);
		if (asked.index() == 0) {
			inbox.sleep(PASSWORD_PAUSE);
			send(new Secret(password.reveal() + '\n'));
		}
		if (asked.index() == 1 || asked.index() == 0 && expectAny(timeout, refused, prompt).index() == 0) {
			throw BenchException.failed(NLS.bind(Messages.Script_refused, user)).why(inbox.why("")).build(); //$NON-NLS-1$
		}
	}

	/** Runs a command in a shell that knows {@code $?}, and returns when the shell asks for the next. */
	public Result command(String command, Duration timeout) throws BenchException {
		return run(command, timeout, SHELL_PROMPT);
	}

	/** Runs a command in U-Boot, and returns when it asks for the next with {@code "=> "}. */
	public Result uboot(String command, Duration timeout) throws BenchException {
		return run(command, timeout, UBOOT_PROMPT);
	}

	/** Puts the command between two marks that its own echo cannot be taken for: they have a number where the echo has {@code $?}. */
	private Result run(String command, Duration timeout, Pattern prompt) throws BenchException {
		final String mark = "bt" + UUID.randomUUID().toString().substring(0, 6); //$NON-NLS-1$
		final String end = command.endsWith("&") ? " " : "; "; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		sendLine("echo " + mark + ":$?:b; " + command + end + "echo " + mark + ":$?:e"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		final var begun = Pattern.compile(mark + ":\\d+:b\\r*\\n"); //$NON-NLS-1$
		final var ended = Pattern.compile(mark + ":(\\d+):e"); //$NON-NLS-1$
		final long until = System.nanoTime() + timeout.toNanos();
		await(timeout, new Expectation.Regex(begun)).orElseThrow(() -> unanswered(command, timeout));
		final var match = await(Duration.ofNanos(Math.max(0, until - System.nanoTime())), new Expectation.Regex(ended))
				.orElseThrow(() -> unanswered(command, timeout));
		await(PROMPT_TIMEOUT, new Expectation.Regex(prompt));
		return new Result(match.before().replace("\r", "").replaceFirst("\n\\z", ""), Integer.parseInt(match.groups().get(1))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private BenchException unanswered(String command, Duration timeout) {
		return late(timeout, new Expectation.Literal(NLS.bind(Messages.Script_end, command)));
	}

	/** Whether the keyboard was taken from the script. */
	public boolean taken() {
		return lease.lost();
	}

	/** The last lines that the board said, at most {@code count}, for an error of the caller's. */
	public String lastLines(int count) {
		return inbox.lastLines(count);
	}

	/** Gives the keyboard back. */
	@Override
	public void close() {
		cancellation.close();
		attachment.close();
		lease.close();
	}
}
