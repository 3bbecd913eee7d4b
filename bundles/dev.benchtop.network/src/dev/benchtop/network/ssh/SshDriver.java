package dev.benchtop.network.ssh;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Capability;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.console.ConsoleLine;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;

/** A board's shell at work: commands, and a console. */
final class SshDriver implements Driver {

	private final DriverContext context;
	private final Login login;
	private final RemoteShell shell;
	private final ConsoleLine console;

	SshDriver(DriverContext context, SshConfig config) {
		this.context = context;
		final var port = new BoardPort(context, config);
		final Path keys = context.state().resolve("ssh").resolve(context.node() + ".known_hosts"); //$NON-NLS-1$ //$NON-NLS-2$
		login = new Login(context, config, port, keys);
		shell = new SshShell(context, login, new SystemClient(context, config, port, keys));
		final var transport = new ShellTransport(login, this::shellEnded);
		final Path log = context.state().resolve("ssh").resolve(context.node() + ".log"); //$NON-NLS-1$ //$NON-NLS-2$
		console = new ConsoleLine(context.node(), transport, log, context.lock(), "console:" + context.node()); //$NON-NLS-1$
		console.attach(new ConsoleListener() {
			@Override
			public void received(byte[] bytes, boolean replay) {
				// only the state of the line is of interest here
			}

			@Override
			public void changed(ConsoleState now) {
				publish(now);
			}
		}, Long.MAX_VALUE);
	}

	@Override
	public <T extends Capability> Optional<T> capability(Class<T> type) {
		if (type == RemoteShell.class) {
			return Optional.of(type.cast(shell));
		}
		return type == Console.class ? Optional.of(type.cast(console)) : Optional.empty();
	}

	/** A shell that its user left is opened again when somebody asks for it. */
	private void shellEnded(int code) {
		console.disconnect(NLS.bind(Messages.SshDriver_shellEnded, Integer.toString(code)));
	}

	private void publish(ConsoleState now) {
		final String detail = now.reason().orElse(now.detail());
		context.publish("", switch (now.line()) { //$NON-NLS-1$
			case OPEN -> new NodeState(Level.ON, Messages.SshDriver_open, detail);
			case CLOSED -> new NodeState(Level.OFF, Messages.SshDriver_closed, detail);
			case OPENING -> new NodeState(Level.OFF, Messages.SshDriver_connecting, detail); // the board is not busy with it
			case LOST -> new NodeState(Level.WARNING, Messages.SshDriver_waiting, detail);
		});
	}

	@Override
	public void close() {
		console.close();
		login.close();
	}
}
