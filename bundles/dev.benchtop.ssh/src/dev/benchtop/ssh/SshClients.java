package dev.benchtop.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.Secret;

/** Clients as Benchtop wants them, and the keys that they log in with. */
public final class SshClients {

	private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
	private static final int SILENT_SIGNS = 3;

	private SshClients() {
	}

	/**
	 * A client that is started; whoever gets it closes it. It sees within 40 s that a server is silent, is told nothing by the user's own
	 * ssh_config(5), and tries a password once.
	 *
	 * @param identified whether the configuration says who the user is; else the keys in {@code ~/.ssh} are tried
	 */
	public static SshClient start(ServerKeyVerifier serverKeys, boolean identified) {
		JavaSecurity.register();
		final var client = SshClient.setUpDefaultClient();
		client.setServerKeyVerifier(serverKeys);
		client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
		if (identified) {
			client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
		}
		CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, SIGN_OF_LIFE);
		CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, SILENT_SIGNS);
		CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
		CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, Duration.ZERO);
		CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
		client.start();
		return client;
	}

	/**
	 * Offers the server the private key in a file.
	 *
	 * @param passphrase null where the key has none
	 * @throws IOException that names the key, if it cannot be read
	 */
	public static void addKey(ClientSession session, Path file, Secret passphrase) throws IOException {
		final String name = file.toString();
		final byte[] key;
		try {
			key = Files.readAllBytes(file);
		} catch (final NoSuchFileException e) {
			throw new IOException(NLS.bind(Messages.SshClients_noFile, name), e);
		} catch (final AccessDeniedException e) {
			throw new IOException(NLS.bind(Messages.SshClients_notAllowed, name), e);
		} catch (final IOException e) {
			throw new IOException(NLS.bind(Messages.SshClients_key, name, e.getMessage()), e);
		}
		addKey(session, name, key, passphrase);
	}

	/**
	 * Offers the server a private key.
	 *
	 * @param name of the key, for messages
	 * @param passphrase null where the key has none
	 * @throws IOException that names the key, if it cannot be read
	 */
	public static void addKey(ClientSession session, String name, byte[] key, Secret passphrase) throws IOException {
		final var provider = passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase.reveal());
		try {
			final var pairs = SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName(name), new ByteArrayInputStream(key), provider);
			if (pairs != null) {
				pairs.forEach(session::addPublicKeyIdentity);
				return;
			}
		} catch (final IOException | GeneralSecurityException | RuntimeException e) {
			throw new IOException(NLS.bind(Messages.SshClients_key, name, e.getMessage()), e);
		}
		throw new IOException(NLS.bind(Messages.SshClients_noKey, name));
	}
}
