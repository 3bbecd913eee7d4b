package dev.benchtop.cli.console;

import java.util.List;

import dev.benchtop.cli.FakePorts;
import dev.benchtop.cli.ssh.SshCommand;

/** Makes console commands for tests. */
public final class ConsoleCommands {

	private ConsoleCommands() {
	}

	/** One that takes standard input for a terminal or for a pipe, whatever the tests run in. */
	public static ConsoleCommand typing(boolean raw, FakePorts ports) {
		return new ConsoleCommand(terminal(raw), List.of(ports), List.of(ports));
	}

	/** A shell on a board, as {@link #typing}. */
	public static SshCommand ssh(boolean raw) {
		return new SshCommand(terminal(raw));
	}

	private static Terminal terminal(boolean raw) {
		return () -> new Terminal.Input() {
			@Override
			public boolean isRaw() {
				return raw;
			}

			@Override
			public void close() {
				// nothing was changed
			}
		};
	}

	/** The list of these ports. */
	public static PortsCommand ports(FakePorts ports) {
		return new PortsCommand(List.of(ports));
	}
}
