package dev.benchtop.network.ssh;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.future.CancelOption;
import org.apache.sshd.common.future.VerifiableFuture;
import org.apache.sshd.common.future.WaitableFuture;
import org.apache.sshd.common.signature.Signature;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.ssh.AnyHostKey;
import dev.benchtop.ssh.FirstHostKey;
import dev.benchtop.ssh.HostKeyCheck;
import dev.benchtop.ssh.HostKeys;
import dev.benchtop.ssh.SshClients;

/** Logs in to a board. */
final class Login implements Closeable {

	private static final AttributeKey<HostKeyCheck> CHECK = new AttributeKey<>();

	private final DriverContext context;
	private final SshConfig config;
	private final BoardPort port;
	private final Path firstKey;
	private SshClient client;
	private List<NamedFactory<Signature>> ways;
	private boolean closed;

	Login(DriverContext context, SshConfig config, BoardPort port, Path firstKey) {
		this.context = context;
		this.config = config;
		this.port = port;
		this.firstKey = firstKey;
	}

	/** {@code USER@HOST:PORT}, or the user alone while the board has no address. */
	String detail() {
		try {
			final var address = port.address();
			return "ssh " + config.effectiveUser() + '@' + address.getHostString() + ':' + address.getPort(); //$NON-NLS-1$
		} catch (BenchException _) {
			return "ssh " + config.effectiveUser(); //$NON-NLS-1$
		}
	}

	/** Where the board is reached now. */
	InetSocketAddress address() throws BenchException {
		return port.address();
	}

	/** Whether the board is reached anywhere now. */
	boolean hasAddress() {
		try {
			port.address();
			return true;
		} catch (BenchException _) {
			return false;
		}
	}

	/** A new session; whoever gets it closes it. */
	ClientSession session(CancelToken cancel) throws BenchException {
		final var address = address();
		try {
			return connect(address, cancel);
		} catch (IOException e) {
			if (cancel.isCancelled()) {
				throw BenchException.cancelled();
			}
			final var error = BenchException.failed(NLS.bind(Messages.Login_failed, address.getHostString() + ':' + address.getPort())).where(context.place()).why(e);
			if (e instanceof SocketTimeoutException) {
				error.next(Messages.Login_later);
			}
			throw error.build();
		}
	}

	/** As {@link #session}, with the failure as it is. */
	ClientSession connect(InetSocketAddress address, CancelToken cancel) throws IOException {
		final var check = check(address);
		final var connecting = begin(address, check);
		try (var _ = cancel.onCancel(connecting::cancel)) {
			final ClientSession session = verified(connecting, check).getSession();
			try (var _ = cancel.onCancel(() -> session.close(true))) {
				identify(session);
				verified(session.auth(), check);
				return session;
			} catch (final IOException e) {
				session.close(true);
				throw e;
			}
		}
	}

	/** How long a board may take for each step of a login. */
	Duration timeout() {
		return config.timeout();
	}

	private <T, F extends VerifiableFuture<T> & WaitableFuture> T verified(F future, HostKeyCheck check) throws IOException {
		if (!future.await(config.timeout(), CancelOption.CANCEL_ON_TIMEOUT)) {
			throw new SocketTimeoutException(NLS.bind(Messages.Login_silent, Long.toString(config.timeout().toSeconds())));
		}
		try {
			return future.verify();
		} catch (final IOException e) {
			throw check.refusal().isEmpty() ? e : new IOException(check.refusal(), e);
		}
	}

	private synchronized ConnectFuture begin(InetSocketAddress address, HostKeyCheck check) throws IOException {
		if (closed) {
			throw new EOFException(Messages.Login_closed);
		}
		if (client == null) {
			client = SshClients.start((session, server, key) -> session.getConnectionContext().getAttribute(CHECK).verifyServerKey(session, server, key),
					config.identifies());
			ways = client.getSignatureFactories();
		}
		client.setSignatureFactories(check.knownFirst(ways));
		return client.connect(config.effectiveUser(), address.getHostString(), address.getPort(), AttributeRepository.ofKeyValuePair(CHECK, check), null);
	}

	private HostKeyCheck check(InetSocketAddress address) throws IOException {
		if (SshConfig.isSet(config.hostKey())) {
			return new HostKeys(address.getHostString(), address.getPort(), config.hostKey(), config.effectiveKnownHosts());
		}
		return switch (config.policy(address)) {
			case ANY -> new AnyHostKey();
			case FIRST -> new FirstHostKey(context.board(), PrivateFiles.folder(firstKey.getParent()).resolve(firstKey.getFileName()));
			case KNOWN -> new HostKeys(address.getHostString(), address.getPort(), null, config.effectiveKnownHosts());
		};
	}

	private void identify(ClientSession session) throws IOException {
		if (config.identityFile() != null) {
			SshClients.addKey(session, context.folder().resolve(config.identityFile()), config.passphrase());
		}
		if (config.identity() != null) {
			final var text = (config.identity().reveal().strip() + '\n').getBytes(StandardCharsets.UTF_8);
			SshClients.addKey(session, "ssh_identity", text, config.passphrase()); //$NON-NLS-1$
		}
		if (config.password() != null) {
			session.addPasswordIdentity(config.password().reveal());
		}
	}

	@Override
	public void close() {
		final SshClient last;
		synchronized (this) {
			closed = true;
			last = client;
		}
		if (last != null) {
			last.close(true);
		}
	}
}
