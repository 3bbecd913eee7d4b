package dev.benchtop.storage.sftp;

import java.io.Closeable;
import java.io.IOException;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.fs.SftpFileSystem;
import org.apache.sshd.sftp.client.fs.SftpFileSystemProvider;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.ssh.HostKeys;
import dev.benchtop.ssh.SshClients;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** The connection to one server; one that was lost is made anew when it is asked for. */
final class Connection implements Closeable {

	private static final int IDLE_CHANNELS = 2;

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
			client = SshClients.start(hostKeys, config.key() != null || config.password() != null);
			SftpModuleProperties.POOL_SIZE.set(client, IDLE_CHANNELS);
		}
		return client;
	}

	private void identify(ClientSession session) throws IOException {
		if (config.key() != null) {
			try {
				SshClients.addKey(session, config.key(), config.passphrase());
			} catch (final IOException e) {
				throw new BackendException(Kind.DENIED, e.getMessage(), e);
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
