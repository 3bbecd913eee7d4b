package dev.benchtop.uboot.dialogue;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.console.Script.Expectation;

/** The shell of the system that was booted, at a prompt that nothing else on the line can be taken for. */
public final class Shell {

	private static final Pattern PANIC = Pattern.compile("Kernel panic[^\\n]*\\n|synchronous external abort"); //$NON-NLS-1$
	private static final Pattern RESTARTED = Pattern.compile("U-Boot (?:SPL )?20\\d\\d|Hit any key to stop autoboot"); //$NON-NLS-1$
	private static final Pattern NOT_BOOTED = Pattern.compile("Bad Linux \\w+ Image magic|Wrong Image |ERROR: Did not find|Could not find a valid device tree"); //$NON-NLS-1$
	private static final Pattern REFUSED = Pattern.compile("(?i)login incorrect|authentication failure|permission denied"); //$NON-NLS-1$
	private static final Pattern PASSWORD = Pattern.compile("assword: ?\\z"); //$NON-NLS-1$
	/** Before it the system still echoes what is typed at the question for the password. */
	private static final Duration PASSWORD_PAUSE = Duration.ofMillis(200);
	private static final int SECRET_PIECE = 500;
	private static final Duration ORDINARY = Duration.ofSeconds(60);

	private final Script script;
	private final String own;
	private final Prompt line;

	private Shell(Script script, String own) {
		this.script = script;
		this.own = own;
		this.line = new Prompt(script, Pattern.compile("(?:\\A|\\n)" + Pattern.quote(own) + "\\z")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The shell that was left with this prompt of its own, on another script. */
	public static Shell again(Script script, String own) {
		return new Shell(script, own);
	}

	/** Waits until the system asks for a login, from the boot command on. */
	public static void awaitLogin(Script script, ShellOptions options) throws BenchException {
		final String wanted = options.user().isEmpty() ? options.prompt() : options.loginPrompt();
		final var asked = new Expectation.Regex(Pattern.compile(Pattern.quote(wanted.strip()) + " ?\\z")); //$NON-NLS-1$
		final var back = new Expectation.Regex(Pattern.compile("[\\r\\n]" + Pattern.quote(options.uboot().strip()) + " ?\\z")); //$NON-NLS-1$ //$NON-NLS-2$
		final var match = script.await(options.boot(), asked, new Expectation.Regex(PANIC), new Expectation.Regex(RESTARTED), new Expectation.Regex(NOT_BOOTED), back)
				.orElseThrow(() -> failed(script, NLS.bind(Messages.Shell_late, wanted, options.boot().toSeconds()), Messages.Shell_lateNext));
		switch (match.index()) {
		case 0 -> { }
		case 1 -> throw failed(script, Messages.Shell_panic, Messages.Shell_panicNext);
		case 2 -> throw failed(script, Messages.Shell_restarted, Messages.Shell_restartedNext);
		default -> throw failed(script, Messages.Shell_notBooted, Messages.Shell_notBootedNext);
		}
	}

	private static BenchException failed(Script script, String what, String next) {
		return BenchException.failed(what).why(script.lastLines(20)).next(next).build();
	}

	/** Logs in where that is asked for, and gives the shell a prompt of its own; the shell shows what it reads, its editor does not. */
	public static Shell login(Script script, ShellOptions options) throws BenchException {
		final var prompt = new Expectation.Regex(Pattern.compile("(?:\\A|[\\r\\n])[^\\r\\n]*" + Pattern.quote(options.prompt().strip()) + " ?\\z")); //$NON-NLS-1$ //$NON-NLS-2$
		if (!options.user().isEmpty()) {
			script.sendLine(options.user());
			final var password = new Expectation.Regex(PASSWORD);
			final var refused = new Expectation.Regex(REFUSED);
			final var asked = expect(script, options, password, refused, prompt);
			if (asked == 0 && options.password() != null) {
				script.pause(PASSWORD_PAUSE);
				script.send(new Secret(options.password().reveal() + '\n'));
			}
			if (asked == 1 || asked == 0 && (options.password() == null || expect(script, options, refused, prompt) == 0)) {
				throw BenchException.usage(NLS.bind(Messages.Shell_refused, options.user())).why(script.lastLines(20)).next(Messages.Shell_refusedNext).build();
			}
		}
		final String own = "bt-" + UUID.randomUUID().toString().substring(0, 6) + "# "; //$NON-NLS-1$ //$NON-NLS-2$
		final var shell = new Shell(script, own);
		script.sendLine("stty -echo; PS1='" + own + "'; PS2=; dmesg -n 1; set -v"); //$NON-NLS-1$ //$NON-NLS-2$
		if (script.await(options.login(), new Expectation.Regex(Pattern.compile("\\n" + Pattern.quote(own) + "\\z"))).isEmpty() || !shell.answers(options.login())) { //$NON-NLS-1$ //$NON-NLS-2$
			throw failed(script, NLS.bind(Messages.Shell_noShell, options.login().toSeconds()), Messages.Shell_noShellNext);
		}
		return shell;
	}

	private static int expect(Script script, ShellOptions options, Expectation... expectations) throws BenchException {
		return script.await(options.login(), expectations)
				.orElseThrow(() -> failed(script, NLS.bind(Messages.Shell_noShell, options.login().toSeconds()), Messages.Shell_noShellNext)).index();
	}

	/** The prompt by which {@link #again} finds it. */
	public String prompt() {
		return own;
	}

	/** Whether it answers; what runs is interrupted. */
	public boolean answers(Duration timeout) throws BenchException {
		return line.answers(timeout);
	}

	/** Runs a command of at most a minute. */
	public Answer run(String command) throws BenchException {
		return line.run(command, ORDINARY);
	}

	/** Runs a command and tells the lines that it prints; {@code silence} is how long it may say nothing. */
	public Answer run(String command, Duration silence, Consumer<String> lines) throws BenchException {
		return line.run(command, silence, lines);
	}

	/** Runs a command that has to succeed; returns what it printed. */
	public String check(String command) throws BenchException {
		final Answer answer = run(command);
		if (!answer.succeeded()) {
			throw BenchException.failed(NLS.bind(Messages.Prompt_status, command, answer.status())).why(answer.output()).build();
		}
		return answer.output();
	}

	/** Whether the system has a program. */
	public boolean has(String program) throws BenchException {
		return run("command -v " + program + " >/dev/null").succeeded(); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Writes a secret into a file that only its user reads; it is not shown anywhere. */
	public void keep(Secret secret, String file) throws BenchException {
		check("set +v; umask 077; : > " + Quoting.shell(file)); //$NON-NLS-1$
		final String value = secret.reveal();
		for (int at = 0; at < value.length(); at += SECRET_PIECE) {
			final String piece = value.substring(at, Math.min(value.length(), at + SECRET_PIECE));
			script.send("printf %s "); //$NON-NLS-1$
			script.send(new Secret(Quoting.shell(piece)));
			line.run(" >> " + Quoting.shell(file), ORDINARY); //$NON-NLS-1$
		}
		check("test \"$(wc -c < " + Quoting.shell(file) + ")\" -eq " + value.length() + " && set -v"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Gives it to a person: with an echo and a plain prompt. */
	public void open() throws BenchException {
		script.sendLine("PS1='\\w # '; PS2='> '; set +v; stty echo"); //$NON-NLS-1$
		script.await(Duration.ofSeconds(2), new Expectation.Literal(" # ")); //$NON-NLS-1$
	}

	/** Sends the command by which the shell ends. */
	public void leave(String command) throws BenchException {
		script.sendLine(command);
	}
}
