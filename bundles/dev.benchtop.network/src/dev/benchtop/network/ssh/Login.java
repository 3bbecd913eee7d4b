package dev.benchtop.network.ssh;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.future.CancelOption;
import org.apache.sshd.common.future.VerifiableFuture;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.ssh.AnyHostKey;
import dev.benchtop.ssh.FirstHostKey;
import dev.benchtop.ssh.HostKeyCheck;
import dev.benchtop.ssh.HostKeys;
import dev.benchtop.ssh.JavaSecurity;

/** Logs in to a board. */
final class Login implements Closeable {

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
	private static final int SILENT_SIGNS = 3;
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

	/** A new session; whoever gets it closes it. */
	ClientSession session(CancelToken cancel) throws BenchException {
		final var address = address();
		try {
			return connect(address, cancel);
		} catch (IOException e) {
			if (cancel.isCancelled()) {
				throw BenchException.cancelled();
			}
			throw BenchException.failed(NLS.bind(Messages.Login_failed, address.getHostString() + ':' + address.getPort())).where(context.place()).why(e).build();
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

	private <T> T verified(VerifiableFuture<T> future, HostKeyCheck check) throws IOException {
		try {
			return future.verify(config.timeout(), CancelOption.CANCEL_ON_TIMEOUT);
		} catch (final IOException e) {
			throw check.refusal().isEmpty() ? e : new IOException(check.refusal(), e);
		}
	}

	private synchronized ConnectFuture begin(InetSocketAddress address, HostKeyCheck check) throws IOException {
		if (closed) {
			throw new EOFException(Messages.Login_closed);
		}
		if (client == null) {
			client = newClient();
			ways = client.getSignatureFactories();
		}
		client.setSignatureFactories(check.knownFirst(ways));
		return client.connect(config.effectiveUser(), address.getHostString(), address.getPort(), AttributeRepository.ofKeyValuePair(CHECK, check), null);
	}

	private SshClient newClient() {
		JavaSecurity.register();
		final var ssh = SshClient.setUpDefaultClient();
		ssh.setServerKeyVerifier((session, address, key) -> session.getConnectionContext().getAttribute(CHECK).verifyServerKey(session, address, key));
		ssh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
		if (config.identifies()) {
			ssh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
		}
		CoreModuleProperties.HEARTBEAT_INTERVAL.set(ssh, SIGN_OF_LIFE);
		CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(ssh, SILENT_SIGNS);
		CoreModuleProperties.IDLE_TIMEOUT.set(ssh, Duration.ZERO);
		CoreModuleProperties.NIO2_READ_TIMEOUT.set(ssh, Duration.ZERO);
		CoreModuleProperties.PASSWORD_PROMPTS.set(ssh, 1);
		ssh.start();
		return ssh;
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
			final Path file = context.folder().resolve(config.identityFile());
			try (var input = Files.newInputStream(file)) {
				addKeys(session, file.toString(), input);
			} catch (final IOException e) {
				throw new IOException(NLS.bind(Messages.Login_key, file, e.getMessage()), e);
			}
		}
		if (config.identity() != null) {
			final var text = (config.identity().reveal().strip() + '\n').getBytes(StandardCharsets.UTF_8);
			addKeys(session, "ssh_identity", new ByteArrayInputStream(text)); //$NON-NLS-1$
		}
		if (config.password() != null) {
			session.addPasswordIdentity(config.password().reveal());
		}
	}

	private void addKeys(ClientSession session, String name, InputStream input) throws IOException {
		final Secret passphrase = config.passphrase();
		final var provider = passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase.reveal());
		try {
			final var pairs = SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName(name), input, provider);
			if (pairs == null) {
				throw new IOException(NLS.bind(Messages.Login_noKey, name));
			}
			pairs.forEach(session::addPublicKeyIdentity);
		} catch (final GeneralSecurityException | RuntimeException e) {
			throw new IOException(NLS.bind(Messages.Login_key, name, e.getMessage()), e);
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
