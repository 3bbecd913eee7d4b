package dev.benchtop.storage.sftp;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;
import org.eclipse.osgi.util.NLS;

/** Compares a server's key with the fingerprint of the configuration or with the known hosts, and says why it is refused. */
final class HostKeys implements ServerKeyVerifier {

	private final SftpConfig config;
	private volatile String refusal = ""; //$NON-NLS-1$

	HostKeys(SftpConfig config) {
		this.config = config;
	}

	/** Why the last key was refused; empty where it was taken. */
	String refusal() {
		return refusal;
	}

	@Override
	public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
		refusal = ""; //$NON-NLS-1$
		if (!config.hasHostKey()) {
			return new KnownHosts().verifyServerKey(session, address, key);
		}
		final var compared = KeyUtils.checkFingerPrint(config.hostKey(), key);
		if (compared == null || !Boolean.TRUE.equals(compared.getKey())) {
			refusal = NLS.bind(Messages.HostKeys_other, new Object[] {config.host(), KeyUtils.getFingerPrint(key), config.hostKey()});
		}
		return refusal.isEmpty();
	}

	/** Ways to sign: first those by which the server shows a key that is known here, as OpenSSH asks for it. */
	List<NamedFactory<Signature>> knownFirst(List<NamedFactory<Signature>> ways) throws IOException {
		if (config.hasHostKey() || !Files.exists(config.effectiveKnownHosts())) {
			return ways;
		}
		final Set<String> known = KnownHostEntry.readKnownHostEntries(config.effectiveKnownHosts()).stream()
				.filter(entry -> entry.isHostMatch(config.host(), config.port())).map(entry -> entry.getKeyEntry().getKeyType()).collect(Collectors.toSet());
		return ways.stream().sorted(Comparator.comparing(way -> !known.contains(KeyUtils.getCanonicalKeyType(way.getName())))).toList();
	}

	/** Those that OpenSSH knows; no others are ever written to them. */
	private final class KnownHosts extends KnownHostsServerKeyVerifier {

		KnownHosts() {
			super((session, address, key) -> refuse(Messages.HostKeys_unknown, key), config.effectiveKnownHosts());
		}

		@Override
		public boolean acceptModifiedServerKey(ClientSession session, SocketAddress address, KnownHostEntry entry, PublicKey expected,
				PublicKey actual) {
			return refuse(Messages.HostKeys_changed, actual);
		}
	}

	private boolean refuse(String why, PublicKey key) {
		final String scan = "ssh-keyscan -p " + config.port() + ' ' + config.host() + " >> " + config.effectiveKnownHosts(); //$NON-NLS-1$ //$NON-NLS-2$
		refusal = NLS.bind(why, new Object[] {config.host(), KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(key), scan});
		return false;
	}
}
