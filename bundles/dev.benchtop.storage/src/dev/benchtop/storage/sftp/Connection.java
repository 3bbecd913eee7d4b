package dev.benchtop.storage.sftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;
import org.apache.sshd.sftp.client.fs.SftpFileSystemProvider;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.ssh.HostKeys;
import dev.benchtop.ssh.JavaSecurity;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** The connection to one server; one that was lost is made anew when it is asked for. */
final class Connection implements Closeable {

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
	private static final int SILENT_SIGNS = 3;
	private static final int IDLE_CHANNELS = 2;

	static {
		JavaSecurity.register();
	}

	private final SftpConfig config;
	private final HostKeys hostKeys;
	private SshClient client;
	private SftpFileSystem files;
	private boolean closed;

	Connection(SftpConfig config) {
		this.config = config;
		this.hostKeys = new HostKeys(config.host(), config.port(), config.hostKey(), config.effectiveKnownHosts());
	}

	/** The server's file system. */
	synchronized SftpFileSystem files() throws IOException {
		if (closed) {
			throw new BackendException(Kind.CLOSED, ""); //$NON-NLS-1$
		}
		if (files == null || !files.isOpen() || !files.getClientSession().isOpen()) {
			files = connect();
		}
		return files;
	}

	private SftpFileSystem connect() throws IOException {
		final SshClient ssh = client();
		ssh.setSignatureFactories(hostKeys.knownFirst(ssh.getSignatureFactories()));
		final ClientSession session = ssh.connect(config.effectiveUser(), config.host(), config.port()).verify(config.timeout()).getSession();
		try {
			identify(session);
			session.auth().verify(config.timeout());
			return new SftpFileSystemProvider(ssh).newFileSystem(session);
		} catch (final IOException e) {
			session.close(true);
			if (!hostKeys.refusal().isEmpty()) {
				throw new BackendException(Kind.DENIED, hostKeys.refusal(), e);
			}
			if (e instanceof BackendException || session.isAuthenticated()) {
				throw e;
			}
			throw new BackendException(Kind.DENIED, NLS.bind(Messages.Connection_login,
					new Object[] {config.host(), config.effectiveUser(), e.getMessage()}), e);
		}
	}

	private SshClient client() {
		if (client == null) {
			client = SshClient.setUpDefaultClient();
			client.setServerKeyVerifier(hostKeys);
			client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
			if (config.key() != null || config.password() != null) {
				client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
			}
			CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, SIGN_OF_LIFE);
			CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, SILENT_SIGNS);
			CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
			CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, Duration.ZERO);
			CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
			SftpModuleProperties.POOL_SIZE.set(client, IDLE_CHANNELS);
			client.start();
		}
		return client;
	}

	private void identify(ClientSession session) throws IOException {
		if (config.key() != null) {
			final var passphrase = config.passphrase() == null ? FilePasswordProvider.EMPTY
					: FilePasswordProvider.of(config.passphrase().reveal());
			try (var input = Files.newInputStream(config.key())) {
				SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName(config.key().toString()), input, passphrase)
						.forEach(session::addPublicKeyIdentity);
			} catch (final IOException | GeneralSecurityException | RuntimeException e) {
				throw new BackendException(Kind.DENIED, NLS.bind(Messages.Connection_key, config.key(), e.getMessage()), e);
			}
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
