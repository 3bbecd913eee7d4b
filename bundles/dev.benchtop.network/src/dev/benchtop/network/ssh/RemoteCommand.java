package dev.benchtop.network.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.channel.PtyCapableChannelSession;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.channel.PtyChannelConfiguration;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.RemoteShell.Running;
import dev.benchtop.core.capability.RemoteShell.Terminal;

/** A command that runs on a board, in a session of its own (RFC 4254, section 6). */
final class RemoteCommand implements Running {

	private static final Duration LAST_WORD = Duration.ofSeconds(5);

	private final ClientSession session;
	private final PtyCapableChannelSession channel;
	private final boolean onTerminal;
	private final String place;

	private RemoteCommand(ClientSession session, PtyCapableChannelSession channel, boolean onTerminal, String place) {
		this.session = session;
		this.channel = channel;
		this.onTerminal = onTerminal;
		this.place = place;
	}

	/** Starts a command, or the user's shell, in a session that ends with it. */
	static RemoteCommand start(ClientSession session, Optional<String> command, Optional<Terminal> terminal, Duration patience, String place) throws IOException {
		try {
			final var pty = new PtyChannelConfiguration();
			terminal.ifPresent(wanted -> {
				pty.setPtyType(wanted.type());
				pty.setPtyColumns(wanted.columns());
				pty.setPtyLines(wanted.rows());
			});
			final PtyCapableChannelSession channel = command.isPresent() ? session.createExecChannel(command.get(), pty, Map.of())
					: session.createShellChannel(pty, Map.of());
			channel.setUsePty(terminal.isPresent());
			channel.open().verify(patience);
			return new RemoteCommand(session, channel, terminal.isPresent(), place);
		} catch (final IOException e) {
			session.close(true);
			throw e;
		}
	}

	@Override
	public OutputStream input() {
		return channel.getInvertedIn();
	}

	@Override
	public InputStream output() {
		return channel.getInvertedOut();
	}

	@Override
	public InputStream errors() {
		return channel.getInvertedErr();
	}

	@Override
	public void resize(int columns, int rows) {
		if (onTerminal && channel.isOpen()) {
			try {
				channel.sendWindowChange(columns, rows);
			} catch (final IOException e) {
				System.getLogger(RemoteCommand.class.getName()).log(System.Logger.Level.DEBUG, place, e);
			}
		}
	}

	@Override
	public int await(CancelToken cancel) throws BenchException {
		try (var _ = cancel.onCancel(this::close)) {
			channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0L);
		}
		cancel.check();
		return exitCode().orElseThrow(() -> BenchException.failed(Messages.RemoteCommand_lost).where(place).build());
	}

	/** How it ended, which the board may say after the last of its output; empty where it does not. */
	Optional<Integer> awaitExitCode() {
		channel.waitFor(EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.EXIT_SIGNAL, ClientChannelEvent.CLOSED), LAST_WORD);
		return exitCode();
	}

	private Optional<Integer> exitCode() {
		final ClientChannel ended = channel;
		return ended.getExitStatus() != null ? Optional.of(ended.getExitStatus()) : Optional.ofNullable(ended.getExitSignal()).map(Signals::code);
	}

	@Override
	public void close() {
		channel.close(true);
		session.close(true);
	}
}
