package dev.benchtop.server.tftp;

/** The error codes of RFC 1350 (appendix) and RFC 2347 (8). */
public enum TftpError {
	UNDEFINED, FILE_NOT_FOUND, ACCESS_VIOLATION, DISK_FULL, ILLEGAL_OPERATION, UNKNOWN_TRANSFER, FILE_EXISTS, NO_SUCH_USER, OPTION_REFUSED;

	/** The code on the wire, 0 to 8. */
	public int code() {
		return ordinal();
	}
}
