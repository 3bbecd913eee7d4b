package dev.benchtop.storage.sftp;

import java.nio.file.Path;
import java.time.Duration;

import org.apache.sshd.client.config.hosts.KnownHostEntry;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: sftp}.
 *
 * @param username empty for that of this machine
 * @param password absent where keys are to do
 * @param key a private key; without it and a password, those in {@code ~/.ssh}
 * @param passphrase of the key
 * @param knownHosts the keys of servers, as OpenSSH keeps them; absent for {@code ~/.ssh/known_hosts}
 * @param hostKey the fingerprint of the server's key, which is then not looked up
 * @param root the folder that is the storage's root; from the login's own folder on where it does not begin with a slash
 * @param timeout how long connecting and logging in may take
 */
public record SftpConfig(
		@Option(required = true) String host,
		@Option(value = "22", min = 1, max = 65535) int port,
		@Option(alias = "user") String username,
		@Option Secret password,
		@Option Path key,
		@Option Secret passphrase,
		@Option String root,
		@Option(key = "host_key", advanced = true) String hostKey,
		@Option(key = "known_hosts", advanced = true) Path knownHosts,
		@Option(value = "30s", advanced = true) Duration timeout,
		@Option(key = "remove_created_on_close", value = "false", advanced = true) boolean removeCreatedOnClose) {

	String effectiveUser() {
		return isSet(username) ? username : System.getProperty("user.name"); //$NON-NLS-1$
	}

	Path effectiveKnownHosts() {
		return knownHosts == null ? KnownHostEntry.getDefaultKnownHostsFile() : knownHosts;
	}

	/** The root as the server knows it. */
	String effectiveRoot() {
		return isSet(root) ? root : "."; //$NON-NLS-1$
	}

	private static boolean isSet(String text) {
		return text != null && !text.isEmpty();
	}
}
