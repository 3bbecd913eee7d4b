package dev.benchtop.server.tftp;

/** How a transfer ended. */
public enum TftpEnd {
	/** All bytes are across. */
	DONE,
	/** The client asked for the size and went away, as UEFI firmware does before it loads. */
	PROBED,
	/** Something else; the reason says what. */
	FAILED
}
