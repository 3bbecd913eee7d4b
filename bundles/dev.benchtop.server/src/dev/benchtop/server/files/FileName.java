package dev.benchtop.server.files;

import java.io.File;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The name of a file as a client says it: relative, with {@code /} between its parts, and harmless on every system. */
final class FileName {

	private static final int LONGEST = 1024;
	private static final Set<String> DEVICES = Set.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
	private static final boolean WINDOWS = File.separatorChar == '\\';

	private FileName() {
	}

	/**
	 * The parts of a name; empty parts and {@code .} are left out.
	 *
	 * @throws AccessDeniedException for a name that is absolute, leads up, or is none on some system
	 */
	static List<String> parts(String name) throws AccessDeniedException {
		if (name.length() > LONGEST || name.startsWith("/") || name.chars().anyMatch(FileName::isForbidden)) { //$NON-NLS-1$
			throw new AccessDeniedException(name);
		}
		final List<String> parts = new ArrayList<>();
		for (final String part : name.split("/")) { //$NON-NLS-1$
			if (part.equals("..") || isDevice(part)) { //$NON-NLS-1$
				throw new AccessDeniedException(name);
			}
			if (!part.isEmpty() && !part.equals(".")) { //$NON-NLS-1$
				parts.add(part);
			}
		}
		return parts;
	}

	private static boolean isForbidden(int letter) {
		return letter == '\\' || Character.isISOControl(letter) || WINDOWS && "<>:\"|?*".indexOf(letter) >= 0; //$NON-NLS-1$
	}

	/** Windows opens a device whatever stands behind the first dot or after the name's last letter. */
	private static boolean isDevice(String part) {
		final int dot = part.indexOf('.');
		final String stem = (dot < 0 ? part : part.substring(0, dot)).strip().toUpperCase(java.util.Locale.ROOT);
		return DEVICES.contains(stem) || stem.matches("(COM|LPT)[0-9\u00b9\u00b2\u00b3]"); //$NON-NLS-1$
	}
}
