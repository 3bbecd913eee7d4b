package dev.benchtop.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.Signature;
import org.eclipse.osgi.util.NLS;

/** Compares a server's key with the fingerprint of the configuration or with the known hosts, and says why it is refused. */
public final class HostKeys implements HostKeyCheck {

	private final String host;
	private final int port;
	private final String fingerprint;
	private final Path knownHosts;
	private volatile String refusal = ""; //$NON-NLS-1$

	/**
	 * The keys of one server.
	 *
	 * @param fingerprint of its key; null or empty where the known hosts say it
	 * @param knownHosts as OpenSSH keeps them
	 */
	public HostKeys(String host, int port, String fingerprint, Path knownHosts) {
		this.host = host;
		this.port = port;
		this.fingerprint = fingerprint;
		this.knownHosts = knownHosts;
	}

	@Override
	public String refusal() {
		return refusal;
	}

	@Override
	public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
		refusal = ""; //$NON-NLS-1$
		if (!hasFingerprint()) {
			return new KnownHosts().verifyServerKey(session, address, key);
		}
		final var compared = KeyUtils.checkFingerPrint(fingerprint, key);
		if (compared == null || !Boolean.TRUE.equals(compared.getKey())) {
			refusal = NLS.bind(Messages.HostKeys_other, new Object[] {host, KeyUtils.getFingerPrint(key), fingerprint});
		}
		return refusal.isEmpty();
	}

	private boolean hasFingerprint() {
		return fingerprint != null && !fingerprint.isEmpty();
	}

	@Override
	public List<NamedFactory<Signature>> knownFirst(List<NamedFactory<Signature>> ways) throws IOException {
		if (hasFingerprint() || !Files.exists(knownHosts)) {
			return ways;
		}
		final Set<String> known = KnownHostEntry.readKnownHostEntries(knownHosts).stream()
				.filter(entry -> entry.isHostMatch(host, port)).map(entry -> entry.getKeyEntry().getKeyType()).collect(Collectors.toSet());
		return ways.stream().sorted(Comparator.comparing(way -> !known.contains(KeyUtils.getCanonicalKeyType(way.getName())))).toList();
	}

	/** Those that OpenSSH knows; no others are ever written to them. */
	private final class KnownHosts extends KnownHostsServerKeyVerifier {

		KnownHosts() {
			super((session, address, key) -> refuse(Messages.HostKeys_unknown, key), knownHosts);
		}

		@Override
		public boolean acceptModifiedServerKey(ClientSession session, SocketAddress address, KnownHostEntry entry, PublicKey expected,
				PublicKey actual) {
			return refuse(Messages.HostKeys_changed, actual);
		}
	}

	private boolean refuse(String why, PublicKey key) {
		final String scan = "ssh-keyscan -p " + port + ' ' + host + " >> " + knownHosts; //$NON-NLS-1$ //$NON-NLS-2$
		refusal = NLS.bind(why, new Object[] {host, KeyUtils.getKeyType(key), KeyUtils.getFingerPrint(key), scan});
		return false;
	}
}
