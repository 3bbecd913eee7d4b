package dev.benchtop.uboot.dialogue;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.HushWords;
import dev.benchtop.core.capability.ShellWords;

/** Makes one word of a value for the command line of U-Boot or of a shell, whatever is in it: nothing of it is a command, a variable or a pattern. */
public final class Quoting {

	private Quoting() {
	}

	/** One word of a POSIX shell. */
	public static String shell(String value) throws BenchException {
		return ShellWords.inQuotes(checked(value));
	}

	/** One word of U-Boot's hush. */
	public static String uboot(String value) throws BenchException {
		return HushWords.inQuotes(checked(value));
	}

	private static String checked(String value) throws BenchException {
		if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
			throw BenchException.usage(Messages.Quoting_control)
					.next(NLS.bind(Messages.Quoting_controlNext, value.replaceAll("\\p{Cntrl}", "\\\\x"))).build(); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return value;
	}
}
