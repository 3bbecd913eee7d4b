package dev.benchtop.core.console.modem;

import static dev.benchtop.core.console.modem.Blocks.ACK;
import static dev.benchtop.core.console.modem.Blocks.CAN;
import static dev.benchtop.core.console.modem.Blocks.CRC;
import static dev.benchtop.core.console.modem.Blocks.EOT;
import static dev.benchtop.core.console.modem.Blocks.LARGE;
import static dev.benchtop.core.console.modem.Blocks.NAK;
import static dev.benchtop.core.console.modem.Blocks.SMALL;
import static dev.benchtop.core.console.modem.Blocks.SOH;
import static dev.benchtop.core.console.modem.Blocks.STX;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/** Receives files by XMODEM and YMODEM. */
final class BlockReceiver {

	private static final int ASK_MILLIS = 3000;
	private static final int ASKS = 20;
	/** After so many it is asked for blocks without a CRC. */
	private static final int CRC_ASKS = 4;
	private static final int BYTE_MILLIS = 2000;
	private static final int BLOCK_MILLIS = 10_000;
	private static final int QUIET_MILLIS = 200;
	private static final int TRIES = 10;
	private static final int DAMAGED = -1;
	private static final int END = -2;
	private static final int SILENT = -3;

	private final ModemLine line;
	private final Protocol protocol;
	private final Progress progress;
	private final byte[] data = new byte[LARGE];
	private int length;
	private boolean crc;

	BlockReceiver(ModemLine line, Protocol protocol, Progress progress) {
		this.line = line;
		this.protocol = protocol;
		this.progress = progress;
	}

	/** Receives all files; {@code place} is the folder, or the file of XMODEM. */
	List<Path> receive(Path place) throws BenchException {
		crc = protocol != Protocol.XMODEM;
		if (protocol == Protocol.YMODEM) {
			return batch(place);
		}
		final var file = ReceivedFile.of(place);
		progress.begin(new Progress.Phase("receive", place.getFileName().toString()), -1); //$NON-NLS-1$
		return List.of(content(file, -1, start(1)));
	}

	private List<Path> batch(Path folder) throws BenchException {
		final var files = new ArrayList<Path>();
		while (true) {
			start(0);
			final String header = new String(data, 0, length, StandardCharsets.UTF_8);
			final int name = header.indexOf('\0');
			line.send((byte) ACK);
			if (name <= 0) {
				return files;
			}
			final var numbers = header.substring(name + 1).strip().split("[ \\u0000]", 2)[0]; //$NON-NLS-1$
			final long size = numbers.matches("\\d{1,18}") ? Long.parseLong(numbers) : -1; //$NON-NLS-1$
			progress.begin(new Progress.Phase("receive", header.substring(0, name)), size); //$NON-NLS-1$
			files.add(content(ReceivedFile.of(folder, header.substring(0, name)), size, start(1)));
		}
	}

	/** Asks until the first block is there; an end at once, for an empty file, is one too. */
	private int start(int wanted) throws BenchException {
		for (int asks = 0; asks < ASKS; asks++) {
			if (asks == CRC_ASKS && protocol != Protocol.YMODEM) {
				crc = false;
			}
			line.send((byte) (crc ? CRC : NAK));
			final int number = block(ASK_MILLIS);
			if (number == wanted || number == END && wanted == 1) {
				return number;
			}
		}
		throw Trouble.silent(protocol);
	}

	private Path content(ReceivedFile file, long size, int first) throws BenchException {
		boolean whole = false;
		try (file) {
			file.begin();
			long left = size < 0 ? Long.MAX_VALUE : size;
			int expected = 1;
			int failures = 0;
			for (int number = first; number != END; number = block(BLOCK_MILLIS)) {
				if (number == (expected & 0xff)) {
					final int part = (int) Math.min(left, length);
					file.write(data, part);
					progress.advance(part);
					left -= part;
					expected++;
					failures = 0;
				} else if (number < 0 ? ++failures == TRIES : number != (expected - 1 & 0xff)) {
					throw Trouble.noise();
				}
				line.send((byte) (number < 0 ? NAK : ACK));
			}
			line.send((byte) ACK);
			final Path place = file.finish();
			whole = true;
			return place;
		} finally {
			if (!whole) {
				file.discard();
			}
		}
	}

	/** Reads one block into {@link #data}; returns its number, or how it failed. */
	private int block(long millis) throws BenchException {
		final int begin = line.read(millis);
		switch (begin) {
			case SOH -> length = SMALL;
			case STX -> length = LARGE;
			case EOT -> {
				return END;
			}
			case CAN -> {
				if (line.read(BYTE_MILLIS) == CAN) {
					throw Trouble.abandoned();
				}
				return damaged();
			}
			case -1 -> {
				return SILENT;
			}
			default -> {
				return damaged();
			}
		}
		final int number = line.read(BYTE_MILLIS);
		final int complement = line.read(BYTE_MILLIS);
		for (int i = 0; i < length; i++) {
			final int value = line.read(BYTE_MILLIS);
			if (value < 0) {
				return DAMAGED;
			}
			data[i] = (byte) value;
		}
		return sumIsRight() && number >= 0 && (number ^ complement) == 0xff ? number : damaged();
	}

	private boolean sumIsRight() throws BenchException {
		if (crc) {
			final int high = line.read(BYTE_MILLIS);
			final int low = line.read(BYTE_MILLIS);
			return (high << 8 | low) == Crc16.of(data, 0, length);
		}
		int sum = 0;
		for (int i = 0; i < length; i++) {
			sum += data[i];
		}
		return line.read(BYTE_MILLIS) == (sum & 0xff);
	}

	/** Waits until the rest of it is over. */
	private int damaged() throws BenchException {
		line.purge(QUIET_MILLIS);
		return DAMAGED;
	}
}
