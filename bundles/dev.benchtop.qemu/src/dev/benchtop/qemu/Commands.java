package dev.benchtop.qemu;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.CommandLine;

/** QEMU's command line for a board. */
final class Commands implements CommandLine {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+"); //$NON-NLS-1$

	private final String board;
	private final Machine machine;

	Commands(String board, Machine machine) {
		this.board = board;
		this.machine = machine;
	}

	@Override
	public List<String> commandLine() throws BenchException {
		return machine.launcher().commandLine(machine.run());
	}

	@Override
	public String script() throws BenchException {
		final var line = machine.launcher().standalone();
		final var text = new StringBuilder("#!/bin/sh\n# ").append(NLS.bind(Messages.Commands_script, board)).append("\nexec ").append(quoted(line.getFirst())); //$NON-NLS-1$ //$NON-NLS-2$
		for (final String argument : line.subList(1, line.size())) {
			text.append(argument.startsWith("-") ? " \\\n  " : " ").append(quoted(argument)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return text.append(" \"$@\"\n").toString(); //$NON-NLS-1$
	}

	/** Arguments as a shell takes them. */
	static String quoted(List<String> line) {
		return line.stream().map(Commands::quoted).collect(Collectors.joining(" ")); //$NON-NLS-1$
	}

	private static String quoted(String argument) {
		return PLAIN.matcher(argument).matches() ? argument : '\'' + argument.replace("'", "'\\''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
