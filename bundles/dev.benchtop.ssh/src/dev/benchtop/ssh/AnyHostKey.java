package dev.benchtop.ssh;

import java.net.SocketAddress;
import java.security.PublicKey;

import org.apache.sshd.client.session.ClientSession;

/** Takes every key. */
public final class AnyHostKey implements HostKeyCheck {

	@Override
	public String refusal() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey key) {
		return true;
	}
}
