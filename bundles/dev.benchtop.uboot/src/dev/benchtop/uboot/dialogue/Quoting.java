package dev.benchtop.uboot.dialogue;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Makes one word of a value for the command line of U-Boot or of a shell, whatever is in it: nothing of it is a command, a variable or a pattern. */
public final class Quoting {

	private Quoting() {
	}

	/** One word of a POSIX shell. */
	public static String shell(String value) throws BenchException {
		return '\'' + checked(value).replace("'", "'\\''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** One word of U-Boot's hush, in whose quotes a backslash may vanish: it stands outside of them, where all hushes read two as one. */
	public static String uboot(String value) throws BenchException {
		return '\'' + checked(value).replaceAll("['\\\\]", "'\\\\$0'") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String checked(String value) throws BenchException {
		if (value.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
			throw BenchException.usage(Messages.Quoting_control)
					.next(NLS.bind(Messages.Quoting_controlNext, value.replaceAll("\\p{Cntrl}", "\\\\x"))).build(); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return value;
	}
}
