package dev.benchtop.qemu;

import java.util.List;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.core.capability.ShellWords;

/** QEMU's command line for a board. */
final class Commands implements CommandLine {

	private final String board;
	private final Machine machine;

	Commands(String board, Machine machine) {
		this.board = board;
		this.machine = machine;
	}

	@Override
	public List<String> commandLine() throws BenchException {
		final var run = machine.run();
		return run.isPresent() ? run.get().command() : next(machine.launcher()::commandLine);
	}

	@Override
	public String script() throws BenchException {
		final var line = next(machine.launcher()::standalone);
		final var text = new StringBuilder("#!/bin/sh\n# ").append(NLS.bind(Messages.Commands_script, board)).append('\n'); //$NON-NLS-1$
		machine.launcher().standaloneScreen().ifPresent(socket -> text.append("# ").append(NLS.bind(Messages.Commands_screen, socket)) //$NON-NLS-1$
				.append("\n(umask 077; mkdir -p ").append(ShellWords.quoted(socket.getParent().toString())).append(") || exit\n")); //$NON-NLS-1$ //$NON-NLS-2$
		text.append("exec ").append(ShellWords.quoted(line.getFirst())); //$NON-NLS-1$
		for (final String argument : line.subList(1, line.size())) {
			text.append(argument.startsWith("-") ? " \\\n  " : " ").append(ShellWords.quoted(argument)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
		return text.append(" \"$@\"\n").toString(); //$NON-NLS-1$
	}

	/** What the next run will be makes what that run needs, so nobody else may be at the disks. */
	private List<String> next(Exclusive.Action<List<String>> line) throws BenchException {
		return machine.alone(Messages.Commands_preparing, CancelToken.none(), line);
	}
}
