package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text of a virtual board.
 *
 * @param name the node: {@code console}, {@code monitor}, or that of a further serial line
 * @param tag tells it from the others of a run
 * @param log where QEMU logs it
 */
record Line(String name, String tag, Path log) {

	static final String CONSOLE = "console"; //$NON-NLS-1$
	static final String MONITOR = "monitor"; //$NON-NLS-1$

	/** The serial lines, the one that firmware and kernels talk on first, and QEMU's monitor last. */
	static List<Line> of(QemuConfig config, Path state) {
		final var lines = new ArrayList<>(List.of(new Line(CONSOLE, Run.CONSOLE, state.resolve("console.log")))); //$NON-NLS-1$
		for (final String name : config.serials()) {
			lines.add(new Line(name, Run.CONSOLE + lines.size(), state.resolve("serial-" + name + ".log"))); //$NON-NLS-1$ //$NON-NLS-2$
		}
		lines.add(new Line(MONITOR, Run.MONITOR, state.resolve("monitor.log"))); //$NON-NLS-1$
		return lines;
	}

	boolean isMonitor() {
		return name.equals(MONITOR);
	}
}
