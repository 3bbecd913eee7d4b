package dev.benchtop.cli.command;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.spi.CliContext;

/** Asks before something is lost. */
public final class Sure {

	private Sure() {
	}

	/**
	 * Asks on a terminal; elsewhere {@code --yes} has to be given.
	 *
	 * @param label what is done
	 * @param loss what is lost by it; may be empty
	 * @throws BenchException if the answer is no, or nobody can be asked
	 */
	public static void ask(boolean yes, String where, String label, String loss, CliContext context) throws BenchException {
		if (yes) {
			return;
		}
		final var console = context.interactive() && !context.json() ? System.console() : null;
		if (console == null) {
			throw BenchException.usage(label).where(where).why(loss.isEmpty() ? null : loss).next(Messages.Sure_sayYes).build();
		}
		if (!Messages.Sure_yes.equalsIgnoreCase(console.readLine("%s", NLS.bind(Messages.Sure_question, new Object[] {where, label, loss})))) { //$NON-NLS-1$
			throw BenchException.cancelled();
		}
	}
}
