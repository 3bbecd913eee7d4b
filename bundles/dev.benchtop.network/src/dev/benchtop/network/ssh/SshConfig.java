package dev.benchtop.network.ssh;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

import org.apache.sshd.client.config.hosts.KnownHostEntry;

import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: ssh}.
 *
 * @param tcp the node with the port; empty for the child {@code tcp}, or the only port of the board that speaks SSH
 * @param host where no node has the port
 * @param defaultUsername empty for that of this machine
 * @param identityFile a private key; without it and a password, those in {@code ~/.ssh}
 * @param identity a private key as text
 * @param passphrase of the key
 * @param hostKeys null for any where the port is on this machine, else the first
 * @param hostKey the fingerprint of the one key that is taken
 * @param knownHosts absent for {@code ~/.ssh/known_hosts}
 * @param command how this machine's own client is called
 * @param timeout how long connecting and logging in may take
 */
public record SshConfig(
		@Option String tcp,
		@Option String host,
		@Option(value = "22", min = 1, max = 65535) int port,
		@Option(key = "default_username", alias = {"username", "user"}) String defaultUsername,
		@Option Secret password,
		@Option(key = "ssh_identity_file", alias = "key") Path identityFile,
		@Option(key = "ssh_identity", advanced = true) Secret identity,
		@Option(advanced = true) Secret passphrase,
		@Option(key = "host_keys", advanced = true) HostKeyPolicy hostKeys,
		@Option(key = "host_key", advanced = true) String hostKey,
		@Option(key = "known_hosts", advanced = true) Path knownHosts,
		@Option(key = "ssh_command", advanced = true) String command,
		@Option(value = "30s", advanced = true) Duration timeout) {

	String effectiveUser() {
		return isSet(defaultUsername) ? defaultUsername : System.getProperty("user.name"); //$NON-NLS-1$
	}

	Path effectiveKnownHosts() {
		return knownHosts == null ? KnownHostEntry.getDefaultKnownHostsFile() : knownHosts;
	}

	/** Which keys are taken at an address. */
	HostKeyPolicy policy(InetSocketAddress address) {
		if (hostKeys != null) {
			return hostKeys;
		}
		return address.getAddress() != null && address.getAddress().isLoopbackAddress() ? HostKeyPolicy.ANY : HostKeyPolicy.FIRST;
	}

	/** Whether it says itself who the user is; else keys of this machine's user are tried. */
	boolean identifies() {
		return password != null || identity != null || identityFile != null;
	}

	static boolean isSet(String text) {
		return text != null && !text.isBlank();
	}
}
