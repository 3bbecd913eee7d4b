package dev.benchtop.network.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.RemoteShell;
import dev.benchtop.core.driver.DriverContext;

/** A board's shell; each command has a connection of its own. */
record SshShell(DriverContext context, Login login, SystemClient client) implements RemoteShell {

	@Override
	public Running start(Optional<String> command, Optional<Terminal> terminal, CancelToken cancel) throws BenchException {
		final var session = login.session(cancel);
		try (var _ = cancel.onCancel(() -> session.close(true))) {
			return RemoteCommand.start(session, command, terminal, login.timeout(), context.place());
		} catch (IOException e) {
			cancel.check();
			throw BenchException.failed(Messages.SshDriver_start).where(context.place()).why(e).build();
		}
	}

	@Override
	public List<String> client(Path keys) throws BenchException {
		return client.command(keys);
	}
}
