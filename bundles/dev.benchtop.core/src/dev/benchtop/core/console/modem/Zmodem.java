package dev.benchtop.core.console.modem;

/** The bytes of ZMODEM (Forsberg, "The ZMODEM Inter Application File Transfer Protocol", 1988). */
final class Zmodem {

	static final int ZPAD = '*';
	static final int ZDLE = 0x18;
	/** Kinds of headers. */
	static final int ZBIN = 'A';
	static final int ZHEX = 'B';
	static final int ZBIN32 = 'C';
	/** Types of frames. */
	static final int ZRQINIT = 0;
	static final int ZRINIT = 1;
	static final int ZSINIT = 2;
	static final int ZACK = 3;
	static final int ZFILE = 4;
	static final int ZSKIP = 5;
	static final int ZNAK = 6;
	static final int ZABORT = 7;
	static final int ZFIN = 8;
	static final int ZRPOS = 9;
	static final int ZDATA = 10;
	static final int ZEOF = 11;
	static final int ZFERR = 12;
	static final int ZCRC = 13;
	static final int ZCAN = 16;
	static final int ZFREECNT = 17;
	static final int ZCOMMAND = 18;
	/** What ends a subpacket: the frame ends, goes on, goes on and wants an answer, ends and wants an answer. */
	static final int ZCRCE = 'h';
	static final int ZCRCG = 'i';
	static final int ZCRCQ = 'j';
	static final int ZCRCW = 'k';
	/** Escapes of 0x7f and 0xff. */
	static final int ZRUB0 = 'l';
	static final int ZRUB1 = 'm';
	/** What a receiver can: both ways at once, writing while it reads, CRC-32; all control characters have to be escaped. */
	static final int CANFDX = 0x01;
	static final int CANOVIO = 0x02;
	static final int CANFC32 = 0x20;
	static final int ESCCTL = 0x40;
	/** How a file is wanted: with what is there already. */
	static final int ZCRESUM = 3;
	static final int XON = 0x11;
	static final int XOFF = 0x13;
	/** So many CAN in a row end a session. */
	static final int CANCELS = 5;

	private Zmodem() {
	}

	/**
	 * A header.
	 *
	 * @param value a position, or four flags of which ZF0 is the highest byte
	 */
	record Header(int type, int value) {

		/** The flags ZF0. */
		int flags() {
			return value >>> 24;
		}

		/** The position as a number of up to 4 GiB. */
		long position() {
			return value & 0xffffffffL;
		}

		/** How much the receiver takes at once; 0 for any amount. */
		int window() {
			return value & 0xffff;
		}

		static Header flags(int type, int zf0) {
			return new Header(type, zf0 << 24);
		}

		static Header at(int type, long position) {
			return new Header(type, (int) position);
		}
	}
}
