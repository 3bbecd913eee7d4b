package dev.benchtop.ssh;

import java.io.IOException;
import java.util.List;

import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.signature.Signature;

/** Takes or refuses a server's key, and says why. */
public interface HostKeyCheck extends ServerKeyVerifier {

	/** Why the last key was refused; empty where it was taken. */
	String refusal();

	/** Ways to sign: first those by which the server shows a key that is known here, as OpenSSH asks for it. */
	default List<NamedFactory<Signature>> knownFirst(List<NamedFactory<Signature>> ways) throws IOException {
		return ways;
	}
}
