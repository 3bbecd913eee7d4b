package dev.benchtop.uboot.dialogue;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.console.Script.Expectation;

/** A command line on the other end that knows {@code $?}. The end of a command is a mark with its status, which no echo can be taken for. */
final class Prompt {

	private static final Duration AFTER = Duration.ofSeconds(5);
	private static final String INTERRUPT = "\003"; //$NON-NLS-1$

	private final Script script;
	private final Expectation ready;

	/** {@code ready} finds the prompt, at the end of what came. */
	Prompt(Script script, Pattern ready) {
		this.script = script;
		this.ready = new Expectation.Regex(ready);
	}

	/** Runs a command to its end. */
	Answer run(String command, Duration timeout) throws BenchException {
		return run(command, timeout, line -> { });
	}

	/** Runs a command to its end, and tells the lines that it prints meanwhile; {@code timeout} counts from line to line. */
	Answer run(String command, Duration timeout, Consumer<String> lines) throws BenchException {
		final String mark = "bt" + UUID.randomUUID().toString().substring(0, 6); //$NON-NLS-1$
		final String tail = "echo " + mark + ":$?:e"; //$NON-NLS-1$ //$NON-NLS-2$
		script.sendLine(command + (command.endsWith("&") ? " " : "; ") + tail); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final var ended = new Expectation.Regex(Pattern.compile(mark + ":(\\d+):e[^\\n]*\\n")); //$NON-NLS-1$
		final var line = new Expectation.Regex(Pattern.compile("\\A(?:(?!" + mark + ":\\d)[^\\n])*\\n")); //$NON-NLS-1$ //$NON-NLS-2$
		final var output = new StringBuilder();
		while (true) {
			final var match = script.await(timeout, ended, line).orElseThrow(() -> late(command, timeout));
			if (match.index() == 0) {
				output.append(match.before());
				script.await(AFTER, ready);
				return new Answer(clean(output.toString(), tail), Integer.parseInt(match.groups().get(1)));
			}
			output.append(match.text());
			lines.accept(match.text().strip());
		}
	}

	private static String clean(String text, String tail) {
		final String plain = text.replace("\r", ""); //$NON-NLS-1$ //$NON-NLS-2$
		final int echo = plain.lastIndexOf(tail);
		final String output = echo < 0 ? plain : plain.substring(Math.min(plain.length(), echo + tail.length() + 1));
		return output.strip();
	}

	private BenchException late(String command, Duration timeout) {
		return BenchException.failed(NLS.bind(Messages.Prompt_noEnd, command, timeout.toSeconds())).why(script.lastLines(20)).build();
	}

	/** Whether it answers: what runs is interrupted, what was typed is dropped. */
	boolean answers(Duration timeout) throws BenchException {
		script.send(INTERRUPT);
		script.await(Duration.ofMillis(100), ready);
		final String mark = "bt" + UUID.randomUUID().toString().substring(0, 6); //$NON-NLS-1$
		script.sendLine("echo " + mark + ":$?:a"); //$NON-NLS-1$ //$NON-NLS-2$
		if (script.await(timeout, new Expectation.Regex(Pattern.compile(mark + ":\\d+:a[^\\n]*\\n"))).isEmpty()) { //$NON-NLS-1$
			return false;
		}
		script.await(AFTER, ready);
		return true;
	}
}
