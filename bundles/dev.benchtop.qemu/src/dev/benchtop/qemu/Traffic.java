package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a run's process has read or written so far (proc(5), {@code io}): all there is to tell how far QEMU is while it answers to nobody. */
enum Traffic {

	/** What it has read. */
	READ("rchar"), //$NON-NLS-1$
	/** What it has written. */
	WRITTEN("wchar"); //$NON-NLS-1$

	private final Pattern line;

	Traffic(String name) {
		line = Pattern.compile("^" + name + ": (\\d+)$", Pattern.MULTILINE); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** In bytes; 0 where this machine does not tell. */
	long of(Run run) {
		try {
			final Path file = Path.of("/proc", Long.toString(run.pid().orElse(0)), "io"); //$NON-NLS-1$ //$NON-NLS-2$
			final Matcher found = line.matcher(Files.readString(file, StandardCharsets.US_ASCII));
			return found.find() ? Long.parseLong(found.group(1)) : 0;
		} catch (IOException _) {
			return 0;
		}
	}
}
