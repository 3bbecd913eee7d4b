package dev.benchtop.uboot.dialogue;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.console.Script.Expectation;
import dev.benchtop.core.console.Script.Match;

/** U-Boot at its prompt. */
public final class Bootloader {

	private static final Duration ANSWER = Duration.ofSeconds(10);
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]+"); //$NON-NLS-1$
	private static final Pattern UNDEFINED = Pattern.compile("## Error: .*not defined"); //$NON-NLS-1$
	private static final Pattern STARTED = Pattern.compile("(?i)Starting kernel|login: |Kernel panic|Booting using the fdt|EFI stub"); //$NON-NLS-1$

	private final Script script;
	private final BootloaderOptions options;
	private final Expectation prompt;
	private final Prompt line;

	/** {@code script} has the keyboard. */
	public Bootloader(Script script, BootloaderOptions options) {
		this.script = script;
		this.options = options;
		final Pattern ready = Pattern.compile("(?:\\A|[\\r\\n])[^\\r\\n]{0,40}" + Pattern.quote(options.prompt().strip()) + "[ \\x03<>A-Z]*\\z"); //$NON-NLS-1$ //$NON-NLS-2$
		this.prompt = new Expectation.Regex(ready);
		this.line = new Prompt(script, ready);
	}

	/**
	 * Stops U-Boot on its way, from power-on on.
	 *
	 * @throws BenchException that says whether the board was silent, booted on, or said something else
	 */
	public void interrupt() throws BenchException {
		final long until = System.nanoTime() + options.interruptWindow().toNanos();
		final var announced = new Expectation.Regex(Pattern.compile("(?i)" + Pattern.quote(options.interruptOn()))); //$NON-NLS-1$
		final var started = new Expectation.Regex(STARTED);
		while (System.nanoTime() < until) {
			final Optional<Match> match = listen(prompt, announced, started);
			if (match.isPresent() && match.get().index() == 0 && line.answers(Duration.ofSeconds(2))) {
				return;
			}
			if (match.isPresent() && match.get().index() == 2) {
				throw BenchException.failed(Messages.Bootloader_missed).why(said()).next(Messages.Bootloader_missedNext).build();
			}
			key();
		}
		final long seconds = options.interruptWindow().toSeconds();
		throw script.lastLines(1).isEmpty() ? BenchException.failed(NLS.bind(Messages.Bootloader_silent, seconds)).next(Messages.Bootloader_silentNext).build()
				: BenchException.failed(NLS.bind(Messages.Bootloader_noPrompt, options.prompt(), seconds)).why(said())
						.next(Messages.Bootloader_noPromptNext).build();
	}

	/** A line that goes and comes is no failure yet: some boards bring their serial port along. */
	private Optional<Match> listen(Expectation... expectations) throws BenchException {
		try {
			return script.await(options.interruptInterval(), expectations);
		} catch (BenchException e) {
			give(e);
			return Optional.empty();
		}
	}

	private void key() throws BenchException {
		try {
			script.send(options.keys());
		} catch (BenchException e) {
			give(e);
		}
	}

	private void give(BenchException failure) throws BenchException {
		if (failure.isCancelled() || script.taken()) {
			throw failure;
		}
		script.pause(options.interruptInterval());
	}

	private String said() {
		return script.lastLines(20);
	}

	/** Whether it answers at its prompt now; what runs is interrupted. */
	public boolean answers() throws BenchException {
		return line.answers(ANSWER);
	}

	/** Runs a command. */
	public Answer run(String command, Duration timeout) throws BenchException {
		return line.run(command, timeout);
	}

	/** Runs a command of the usual time that has to succeed; returns what it printed. */
	public String check(String command) throws BenchException {
		final Answer answer = run(command, options.command());
		if (!answer.succeeded()) {
			throw BenchException.failed(NLS.bind(Messages.Bootloader_status, command, answer.status())).why(answer.output()).build();
		}
		return answer.output();
	}

	/** A variable of the environment; empty where it is not set. */
	public Optional<String> get(String name) throws BenchException {
		final Answer answer = run("printenv " + name(name), options.command()); //$NON-NLS-1$
		if (!answer.succeeded() || UNDEFINED.matcher(answer.output()).find()) {
			return Optional.empty();
		}
		final String assignment = name + '=';
		final int at = answer.output().indexOf(assignment);
		return at < 0 ? Optional.empty() : Optional.of(answer.output().substring(at + assignment.length()));
	}

	/** Sets a variable of the environment to any value; an empty value unsets it. */
	public void set(String name, String value) throws BenchException {
		check(value.isEmpty() ? "setenv " + name(name) : "setenv " + name(name) + ' ' + Quoting.uboot(value)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String name(String name) throws BenchException {
		if (!NAME.matcher(name).matches()) {
			throw BenchException.usage(NLS.bind(Messages.Bootloader_badEnvironment, name)).build();
		}
		return name;
	}

	/** Sends the command by which it leaves its prompt. */
	public void leave(String command) throws BenchException {
		script.sendLine(command);
	}
}
