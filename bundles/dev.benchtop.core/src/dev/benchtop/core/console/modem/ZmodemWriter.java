package dev.benchtop.core.console.modem;

import static dev.benchtop.core.console.modem.Zmodem.ZBIN;
import static dev.benchtop.core.console.modem.Zmodem.ZBIN32;
import static dev.benchtop.core.console.modem.Zmodem.ZDLE;
import static dev.benchtop.core.console.modem.Zmodem.ZHEX;
import static dev.benchtop.core.console.modem.Zmodem.ZPAD;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

import dev.benchtop.core.BenchException;

/** Writes headers and data of ZMODEM. */
final class ZmodemWriter {

	private static final byte[] LINE_END = {'\r', (byte) 0x8a};

	private final ModemLine line;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
	private boolean crc32;
	private boolean escapeControls;

	ZmodemWriter(ModemLine line) {
		this.line = line;
	}

	/** As the receiver can. */
	void capabilities(int flags) {
		crc32 = (flags & Zmodem.CANFC32) != 0;
		escapeControls = (flags & Zmodem.ESCCTL) != 0;
	}

	/** A header that any terminal lets pass. */
	void hex(Zmodem.Header header) throws BenchException {
		final byte[] bytes = bytes(header);
		final int sum = Crc16.of(bytes, 0, bytes.length);
		out.reset();
		out.write(ZPAD);
		out.write(ZPAD);
		out.write(ZDLE);
		out.write(ZHEX);
		out.writeBytes((HexFormat.of().formatHex(bytes) + HexFormat.of().toHexDigits((short) sum)).getBytes(StandardCharsets.US_ASCII));
		out.writeBytes(LINE_END);
		if (header.type() != Zmodem.ZFIN && header.type() != Zmodem.ZACK) {
			out.write(Zmodem.XON);
		}
		flush();
	}

	/** A header before data; goes with the data. */
	void binary(Zmodem.Header header) {
		final byte[] bytes = bytes(header);
		out.reset();
		out.write(ZPAD);
		out.write(ZDLE);
		out.write(crc32 ? ZBIN32 : ZBIN);
		escaped(bytes, 0, bytes.length);
		sum(bytes, 0, bytes.length, -1);
	}

	/** Data of the frame that {@link #binary} began; {@code end} says how it goes on. */
	void data(byte[] bytes, int offset, int length, int end) throws BenchException {
		escaped(bytes, offset, length);
		out.write(ZDLE);
		out.write(end);
		sum(bytes, offset, length, end);
		if (end == Zmodem.ZCRCW) {
			out.write(Zmodem.XON);
		}
		flush();
		out.reset();
	}

	private static byte[] bytes(Zmodem.Header header) {
		final int value = header.value();
		return new byte[] {(byte) header.type(), (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
	}

	private void sum(byte[] bytes, int offset, int length, int end) {
		final byte[] sum;
		if (crc32) {
			final var crc = new CRC32();
			crc.update(bytes, offset, length);
			if (end >= 0) {
				crc.update(end);
			}
			final int value = (int) crc.getValue();
			sum = new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
		} else {
			final int data = Crc16.of(bytes, offset, length);
			final int value = end < 0 ? data : Crc16.update(data, end);
			sum = new byte[] {(byte) (value >> 8), (byte) value};
		}
		escaped(sum, 0, sum.length);
	}

	private void escaped(byte[] bytes, int offset, int length) {
		for (int i = offset; i < offset + length; i++) {
			final int value = bytes[i] & 0xff;
			if (mustEscape(value)) {
				out.write(ZDLE);
				out.write(value ^ 0x40);
			} else {
				out.write(value);
			}
		}
	}

	/** CAN, DLE, XON, XOFF and CR, with and without the high bit: what lines and terminal servers take for themselves. */
	private boolean mustEscape(int value) {
		return switch (value & 0x7f) {
			case ZDLE -> value == ZDLE || escapeControls;
			case 0x10, 0x11, 0x13, '\r' -> true;
			default -> escapeControls && (value & 0x60) == 0;
		};
	}

	private void flush() throws BenchException {
		line.send(out.toByteArray());
	}
}
