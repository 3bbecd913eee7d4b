package dev.benchtop.core.console.modem;

/** The CRC of XMODEM and ZMODEM: x^16 + x^12 + x^5 + 1, from 0, high bits first (ITU-T V.41). */
final class Crc16 {

	private static final int[] TABLE = new int[256];

	static {
		for (int i = 0; i < TABLE.length; i++) {
			int crc = i << 8;
			for (int bit = 0; bit < 8; bit++) {
				crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
			}
			TABLE[i] = crc & 0xffff;
		}
	}

	private Crc16() {
	}

	/** The sum after one more byte. */
	static int update(int crc, int value) {
		return (crc << 8 ^ TABLE[(crc >> 8 ^ value) & 0xff]) & 0xffff;
	}

	static int of(byte[] bytes, int offset, int length) {
		int crc = 0;
		for (int i = offset; i < offset + length; i++) {
			crc = update(crc, bytes[i] & 0xff);
		}
		return crc;
	}
}
