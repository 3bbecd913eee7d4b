package dev.benchtop.ssh;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Comparator;
import java.util.List;

import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.signature.Signature;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.PrivateFiles;

/** Takes the first key that a server shows, remembers it, and from then on no other. */
public final class FirstHostKey implements HostKeyCheck {

	private final String name;
	private final Path file;
	private volatile String refusal = ""; //$NON-NLS-1$

	/**
	 * The key of one server.
	 *
	 * @param name the server's, which stands before its key
	 * @param file where its key is kept, as OpenSSH keeps known hosts; its folder exists
	 */
	public FirstHostKey(String name, Path file) {
		this.name = name;
		this.file = file;
	}

	@Override
	public String refusal() {
		return refusal;
	}

	@Override
	public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
		refusal = ""; //$NON-NLS-1$
		final String shown = name + ' ' + PublicKeyEntry.toString(key);
		try {
			final String known = known();
			if (known.isEmpty()) {
				PrivateFiles.replace(file, (shown + '\n').getBytes(StandardCharsets.UTF_8));
			} else if (!known.equals(shown)) {
				refusal = NLS.bind(Messages.FirstHostKey_changed, new Object[] {name, KeyUtils.getFingerPrint(key), file});
			}
		} catch (final IOException e) {
			refusal = NLS.bind(Messages.FirstHostKey_file, file, e.getMessage());
		}
		return refusal.isEmpty();
	}

	@Override
	public List<NamedFactory<Signature>> knownFirst(List<NamedFactory<Signature>> ways) throws IOException {
		final String known = known();
		return ways.stream().sorted(Comparator.comparing(way -> !known.startsWith(name + ' ' + KeyUtils.getCanonicalKeyType(way.getName()) + ' '))).toList();
	}

	private String known() throws IOException {
		try {
			return Files.readString(file).strip();
		} catch (final NoSuchFileException _) {
			return ""; //$NON-NLS-1$
		}
	}
}
