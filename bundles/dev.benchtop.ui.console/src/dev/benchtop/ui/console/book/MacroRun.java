package dev.benchtop.ui.console.book;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.Script;

/** Carries out a macro. */
public final class MacroRun {

	private MacroRun() {
	}

	/**
	 * Carries it out with the keyboard of the console; what the board said before it began is not waited for. Blocks.
	 *
	 * @param enter what the Enter key sends
	 */
	public static void run(Macro macro, Console console, String enter, CancelToken cancel) throws BenchException {
		try (var script = Script.on(console, NLS.bind(Messages.MacroRun_by, macro.name()), cancel)) {
			for (final Step step : macro.steps()) {
				if (!step.waitFor().isEmpty()) {
					script.expect(Pattern.compile(step.waitFor()), Duration.ofSeconds(step.seconds()));
				}
				final byte[] bytes = Escapes.bytes(step.send());
				final String text = new String(bytes, StandardCharsets.ISO_8859_1) + (step.enter() ? enter : ""); //$NON-NLS-1$
				if (!text.isEmpty()) {
					script.send(text);
				}
			}
		}
	}
}
