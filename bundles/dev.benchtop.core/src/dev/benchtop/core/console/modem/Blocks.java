package dev.benchtop.core.console.modem;

/** The bytes of XMODEM and YMODEM (Forsberg, "XMODEM/YMODEM Protocol Reference", 1988). */
final class Blocks {

	static final int SOH = 1;
	static final int STX = 2;
	static final int EOT = 4;
	static final int ACK = 6;
	static final int NAK = 21;
	static final int CAN = 24;
	/** Asks for blocks with a CRC. */
	static final int CRC = 'C';
	static final int SUB = 26;
	static final int SMALL = 128;
	static final int LARGE = 1024;

	/** As lrzsz sends it: enough for whoever reads two of them, and taken back from a command line. */
	static final byte[] CANCEL = {CAN, CAN, CAN, CAN, CAN, CAN, CAN, CAN, 8, 8, 8, 8, 8, 8, 8, 8};

	private Blocks() {
	}
}
