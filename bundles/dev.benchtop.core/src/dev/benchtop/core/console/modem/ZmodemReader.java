package dev.benchtop.core.console.modem;

import static dev.benchtop.core.console.modem.Zmodem.XOFF;
import static dev.benchtop.core.console.modem.Zmodem.XON;
import static dev.benchtop.core.console.modem.Zmodem.ZBIN;
import static dev.benchtop.core.console.modem.Zmodem.ZBIN32;
import static dev.benchtop.core.console.modem.Zmodem.ZDLE;
import static dev.benchtop.core.console.modem.Zmodem.ZHEX;
import static dev.benchtop.core.console.modem.Zmodem.ZPAD;

import java.util.Optional;
import java.util.zip.CRC32;

import dev.benchtop.core.BenchException;

/** Reads headers and data of ZMODEM. */
final class ZmodemReader {

	/** More than any sender makes. */
	private static final int MOST = 32 << 10;
	private static final int BYTE_MILLIS = 5000;
	private static final int SILENT = -1;
	/** Ends of a subpacket, as what {@link #unescaped} returns: this and the character. */
	private static final int END = 0x100;

	private final ModemLine line;
	private final byte[] data = new byte[MOST];
	private int length;
	private boolean crc32;
	private int cancels;

	ZmodemReader(ModemLine line) {
		this.line = line;
	}

	/** The data of the last good subpacket. */
	byte[] data() {
		return data;
	}

	int length() {
		return length;
	}

	/** The next header that is whole; empty where none came in that time. */
	Optional<Zmodem.Header> header(long millis) throws BenchException {
		final long end = System.nanoTime() + millis * 1_000_000;
		boolean pad = false;
		cancels = 0;
		while (true) {
			final long left = Math.max(0, (end - System.nanoTime()) / 1_000_000);
			final int value = raw(left);
			if (value == SILENT) {
				return Optional.empty();
			}
			if (pad && value == ZDLE) {
				final var header = afterPad();
				if (header.isPresent()) {
					return header;
				}
			}
			pad = value == ZPAD;
		}
	}

	/** A byte; so many CAN in a row are the end of all. */
	private int raw(long millis) throws BenchException {
		final int value = line.read(millis);
		cancels = value == ZDLE ? cancels + 1 : 0;
		if (cancels >= Zmodem.CANCELS) {
			throw Trouble.abandoned();
		}
		return value;
	}

	private Optional<Zmodem.Header> afterPad() throws BenchException {
		return switch (raw(BYTE_MILLIS)) {
			case ZHEX -> hex();
			case ZBIN -> binary(false);
			case ZBIN32 -> binary(true);
			default -> Optional.empty();
		};
	}

	private Optional<Zmodem.Header> hex() throws BenchException {
		final var bytes = new byte[7];
		for (int i = 0; i < bytes.length; i++) {
			final int high = Character.digit(raw(BYTE_MILLIS) & 0x7f, 16);
			final int low = Character.digit(raw(BYTE_MILLIS) & 0x7f, 16);
			if (high < 0 || low < 0) {
				return Optional.empty();
			}
			bytes[i] = (byte) (high << 4 | low);
		}
		return Crc16.of(bytes, 0, bytes.length) == 0 ? Optional.of(header(bytes)) : Optional.empty();
	}

	private Optional<Zmodem.Header> binary(boolean wide) throws BenchException {
		final var bytes = new byte[wide ? 9 : 7];
		for (int i = 0; i < bytes.length; i++) {
			final int value = unescaped();
			if (value < 0 || value >= END) {
				return Optional.empty();
			}
			bytes[i] = (byte) value;
		}
		crc32 = wide;
		final boolean right;
		if (wide) {
			final var crc = new CRC32();
			crc.update(bytes, 0, 5);
			right = (int) crc.getValue() == (bytes[5] & 0xff | (bytes[6] & 0xff) << 8 | (bytes[7] & 0xff) << 16 | bytes[8] << 24);
		} else {
			right = Crc16.of(bytes, 0, bytes.length) == 0;
		}
		return right ? Optional.of(header(bytes)) : Optional.empty();
	}

	private static Zmodem.Header header(byte[] bytes) {
		return new Zmodem.Header(bytes[0], bytes[1] & 0xff | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff) << 16 | bytes[4] << 24);
	}

	/** Reads a subpacket into {@link #data}; returns what ended it, or -1 where it is damaged. */
	int subpacket() throws BenchException {
		length = 0;
		while (true) {
			final int value = unescaped();
			if (value < 0) {
				return -1;
			}
			if (value >= END) {
				return sumIsRight(value - END) ? value - END : -1;
			}
			if (length == MOST) {
				return -1;
			}
			data[length++] = (byte) value;
		}
	}

	private boolean sumIsRight(int end) throws BenchException {
		final var sum = new int[crc32 ? 4 : 2];
		for (int i = 0; i < sum.length; i++) {
			sum[i] = unescaped();
			if (sum[i] < 0 || sum[i] >= END) {
				return false;
			}
		}
		if (!crc32) {
			return Crc16.update(Crc16.of(data, 0, length), end) == (sum[0] << 8 | sum[1]);
		}
		final var crc = new CRC32();
		crc.update(data, 0, length);
		crc.update(end);
		return (int) crc.getValue() == (sum[0] | sum[1] << 8 | sum[2] << 16 | sum[3] << 24);
	}

	/** A byte without its escape, {@link #END} and what ends the data, or -1 for what cannot be. */
	private int unescaped() throws BenchException {
		while (true) {
			final int value = raw(BYTE_MILLIS);
			if (value == ZDLE) {
				return escape();
			}
			if ((value & 0x7f) != XON && (value & 0x7f) != XOFF || value < 0) {
				return value;
			}
		}
	}

	private int escape() throws BenchException {
		while (true) {
			final int value = raw(BYTE_MILLIS);
			switch (value) {
				case Zmodem.ZCRCE, Zmodem.ZCRCG, Zmodem.ZCRCQ, Zmodem.ZCRCW -> {
					return END + value;
				}
				case Zmodem.ZRUB0 -> {
					return 0x7f;
				}
				case Zmodem.ZRUB1 -> {
					return 0xff;
				}
				case XON, XOFF, XON | 0x80, XOFF | 0x80, ZDLE -> {
					continue;
				}
				default -> {
					return (value & 0x60) == 0x40 ? value ^ 0x40 : -1;
				}
			}
		}
	}
}
