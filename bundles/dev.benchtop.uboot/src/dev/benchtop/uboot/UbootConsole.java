package dev.benchtop.uboot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;
import dev.benchtop.core.driver.Verb.Parameter;
import dev.benchtop.uboot.dialogue.Answer;
import dev.benchtop.uboot.dialogue.Bootloader;

/** A U-Boot at work: brought to its prompt, and spoken to there. Its console is the board's. */
public final class UbootConsole implements Driver {

	private static final int LINES = 20;

	private final UbootConfig config;
	private final Console console;
	private final Power power;

	/** A U-Boot that is reached by this console, on a board of this power. */
	UbootConsole(UbootConfig config, Console console, Power power) {
		this.config = config;
		this.console = console;
		this.power = power;
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		return Optional.empty();
	}

	@Override
	public List<Verb> verbs() {
		final var command = new Parameter("command", Messages.UbootConsole_commandParameter, String.class, "version"); //$NON-NLS-1$ //$NON-NLS-2$
		final var name = new Parameter("name", Messages.UbootConsole_name, String.class, "ipaddr"); //$NON-NLS-1$ //$NON-NLS-2$
		final var value = new Parameter("value", Messages.UbootConsole_value, String.class, ""); //$NON-NLS-1$ //$NON-NLS-2$
		return List.of(new Verb("bootloader", Messages.UbootConsole_reboot, List.of(), Danger.INTERRUPTS, Optional.empty(), (values, progress) -> rebootToConsole(progress.token())), //$NON-NLS-1$
				new Verb("run", Messages.UbootConsole_run, List.of(command), Danger.INTERRUPTS, Optional.empty(), this::run), //$NON-NLS-1$
				new Verb("get", Messages.UbootConsole_get, List.of(name), Danger.NONE, Optional.empty(), //$NON-NLS-1$
						(values, progress) -> progress.message(get(text(values, "name"), progress.token()).orElse(Messages.UbootConsole_unset))), //$NON-NLS-1$
				new Verb("set", Messages.UbootConsole_set, List.of(name, value), Danger.NONE, Optional.empty(), //$NON-NLS-1$
						(values, progress) -> set(text(values, "name"), text(values, "value"), progress.token()))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String text(Map<String, Object> values, String key) {
		return values.get(key) instanceof String text ? text : ""; //$NON-NLS-1$
	}

	private void run(Map<String, Object> values, Progress progress) throws BenchException {
		final Answer answer = runCommand(text(values, "command"), progress.token()); //$NON-NLS-1$
		progress.message(answer.output());
		if (!answer.succeeded()) {
			throw BenchException.failed(NLS.bind(Messages.UbootConsole_status, text(values, "command"), answer.status())).why(answer.output()).build(); //$NON-NLS-1$
		}
	}

	/** Switches the board off and on, and stops U-Boot at its prompt. */
	public void rebootToConsole(CancelToken cancel) throws BenchException {
		try (var script = Script.on(console, Messages.UbootConsole_by, cancel)) {
			if (power.state() != Power.State.OFF) {
				power.off(cancel);
				script.pause(config.off());
			}
			power.on(cancel);
			console.open();
			new Bootloader(script, config.options()).interrupt();
		}
	}

	/** Runs a command at the prompt. */
	public Answer runCommand(String command, CancelToken cancel) throws BenchException {
		try (var script = Script.on(console, Messages.UbootConsole_by, cancel)) {
			return atPrompt(script).run(command, config.command());
		}
	}

	/** A variable of the environment; empty where it is not set. */
	public Optional<String> get(String name, CancelToken cancel) throws BenchException {
		try (var script = Script.on(console, Messages.UbootConsole_by, cancel)) {
			return atPrompt(script).get(name);
		}
	}

	/** Sets a variable of the environment until the board restarts; an empty value unsets it. */
	public void set(String name, String value, CancelToken cancel) throws BenchException {
		try (var script = Script.on(console, Messages.UbootConsole_by, cancel)) {
			atPrompt(script).set(name, value);
		}
	}

	private Bootloader atPrompt(Script script) throws BenchException {
		console.open();
		final var bootloader = new Bootloader(script, config.options());
		if (!bootloader.answers()) {
			throw BenchException.failed(Messages.UbootConsole_noPrompt).why(script.lastLines(LINES)).next(Messages.UbootConsole_noPromptNext).build();
		}
		return bootloader;
	}
}
