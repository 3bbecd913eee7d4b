package dev.benchtop.network.ssh;

/** Which keys of a board's SSH server are taken. */
public enum HostKeyPolicy {
	/** Any: for boards that make new ones again and again. */
	ANY,
	/** The first one, and from then on no other. */
	FIRST,
	/** Those in the known hosts of OpenSSH. */
	KNOWN
}
