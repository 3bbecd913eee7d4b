package dev.benchtop.network.ssh;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.IntConsumer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.RemoteShell.Terminal;
import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;

/** The user's shell on a board as the line of a console. */
final class ShellTransport implements LineTransport {

	private static final String TYPE = "xterm-256color"; //$NON-NLS-1$

	private final Login login;
	private final IntConsumer left;
	private volatile Terminal size = new Terminal(TYPE, 80, 24);
	private volatile RemoteCommand current;

	/** {@code left} hears that the shell ended by itself, and with which exit code. */
	ShellTransport(Login login, IntConsumer left) {
		this.login = login;
		this.left = left;
	}

	@Override
	public Connection open() throws IOException {
		final var shell = RemoteCommand.start(login.connect(address(), CancelToken.none()), Optional.empty(), Optional.of(size), login.timeout(), detail());
		current = shell;
		shell.resize(size.columns(), size.rows());
		return new ShellConnection(shell);
	}

	@Override
	public boolean opensSlowly() {
		return login.hasAddress();
	}

	private InetSocketAddress address() throws LineOffException {
		try {
			return login.address();
		} catch (BenchException e) {
			throw new LineOffException(e.getMessage());
		}
	}

	@Override
	public String detail() {
		return login.detail();
	}

	@Override
	public void resized(int columns, int rows) {
		size = new Terminal(TYPE, columns, rows);
		final var shell = current;
		if (shell != null) {
			shell.resize(columns, rows);
		}
	}

	private final class ShellConnection implements Connection {

		private final RemoteCommand shell;

		private ShellConnection(RemoteCommand shell) {
			this.shell = shell;
		}

		@Override
		public InputStream input() {
			return new FilterInputStream(shell.output()) {
				@Override
				public int read(byte[] bytes, int offset, int length) throws IOException {
					final int read = super.read(bytes, offset, length);
					if (read < 0) {
						shell.awaitExitCode().ifPresent(left::accept);
					}
					return read;
				}
			};
		}

		@Override
		public OutputStream output() {
			return new FilterOutputStream(shell.input()) {
				@Override
				public void write(byte[] bytes, int offset, int length) throws IOException {
					out.write(bytes, offset, length);
					out.flush();
				}

				@Override
				public void close() {
					// the keyboard is given back; the shell goes on
				}
			};
		}

		@Override
		public void close() {
			current = null;
			shell.close();
		}
	}
}
