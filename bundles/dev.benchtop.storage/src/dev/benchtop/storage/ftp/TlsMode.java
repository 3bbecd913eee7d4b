package dev.benchtop.storage.ftp;

/** When a connection is encrypted (RFC 4217). */
public enum TlsMode {
	NONE,
	/** After {@code AUTH TLS}, on the common port. */
	EXPLICIT,
	/** From the first byte, on a port of its own. */
	IMPLICIT
}
