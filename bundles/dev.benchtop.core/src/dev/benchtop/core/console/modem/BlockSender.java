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
import static dev.benchtop.core.console.modem.Blocks.SUB;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/** Sends files by XMODEM and YMODEM. */
final class BlockSender {

	private static final int START_MILLIS = 60_000;
	private static final int SILENCE_MILLIS = 1000;
	/** When it is asked for a block again so long after it was sent, it was lost; a C before that is left over from the start. */
	private static final int LEFT_OVER_MILLIS = 500;
	/** How long a second answer may come after a block that went twice. */
	private static final int ECHO_MILLIS = 200;
	private static final int MOST_STALE = 8 * LARGE;
	private static final int TRIES = 10;

	/** What is sent, for what the answers to it mean. */
	private enum Kind {
		HEADER, BLOCK, END_OF_FILE, END_OF_BATCH
	}

	private final ModemLine line;
	private final Protocol protocol;
	private final Progress progress;
	private final Turn turn = new Turn();
	private boolean crc;
	/** Whether the other side has asked for the next file already. */
	private boolean asked;

	BlockSender(ModemLine line, Protocol protocol, Progress progress) {
		this.line = line;
		this.protocol = protocol;
		this.progress = progress;
	}

	void send(List<Path> files) throws BenchException {
		for (final Path file : files) {
			send(file);
		}
		if (protocol == Protocol.YMODEM) {
			awaitStart();
			deliver(Kind.END_OF_BATCH, packed(0, new byte[SMALL], SMALL));
		}
	}

	private void send(Path file) throws BenchException {
		try (var content = Files.newInputStream(file)) {
			final long size = Files.size(file);
			progress.begin(new Progress.Phase("send", file.getFileName().toString()), size); //$NON-NLS-1$
			awaitStart();
			if (protocol == Protocol.YMODEM) {
				header(file, size);
				awaitStart();
			}
			content(content);
			turn.begin();
			deliver(Kind.END_OF_FILE, (byte) EOT);
		} catch (IOException e) {
			throw Trouble.reading(file, e);
		}
	}

	/** Waits until the other side asks, and for which kind of sum. */
	private void awaitStart() throws BenchException {
		turn.begin();
		if (asked) {
			asked = false;
			return;
		}
		int cancels = 0;
		while (true) {
			final int start = line.read(START_MILLIS);
			if (start < 0) {
				throw Trouble.silent(protocol);
			}
			if (start == NAK || start == CRC) {
				crc = start == CRC;
				while (line.ready()) {
					line.read(0); // it asked more than once
				}
				return;
			}
			cancels = start == CAN ? cancels + 1 : 0;
			if (cancels == 2) {
				throw Trouble.abandoned();
			}
		}
	}

	/** Block 0 of YMODEM: name, length, time of change and mode. */
	private void header(Path file, long size) throws BenchException, IOException {
		final String numbers = size + " " + Long.toOctalString(Files.getLastModifiedTime(file).toMillis() / 1000) + " 100644"; //$NON-NLS-1$ //$NON-NLS-2$
		final byte[] text = (file.getFileName().toString() + '\0' + numbers).getBytes(StandardCharsets.UTF_8);
		final int length = text.length < SMALL ? SMALL : LARGE;
		deliver(Kind.HEADER, packed(0, Arrays.copyOf(text, length), length));
	}

	private void content(InputStream content) throws IOException, BenchException {
		final int most = protocol == Protocol.XMODEM || protocol == Protocol.XMODEM_CRC || !crc ? SMALL : LARGE;
		int number = 1;
		for (byte[] data = content.readNBytes(most); data.length > 0; data = content.readNBytes(most)) {
			int from = 0;
			while (from < data.length) {
				final int length = data.length - from <= LARGE - SMALL ? SMALL : LARGE;
				final int part = Math.min(length, data.length - from);
				final byte[] padded = Arrays.copyOf(Arrays.copyOfRange(data, from, from + part), length);
				Arrays.fill(padded, part, length, (byte) SUB);
				deliver(Kind.BLOCK, packed(number++, padded, length));
				progress.advance(part);
				from += part;
			}
		}
	}

	private byte[] packed(int number, byte[] data, int length) {
		final var block = new byte[3 + length + (crc ? 2 : 1)];
		block[0] = (byte) (length == SMALL ? SOH : STX);
		block[1] = (byte) number;
		block[2] = (byte) ~number;
		System.arraycopy(data, 0, block, 3, length);
		if (crc) {
			final int sum = Crc16.of(data, 0, length);
			block[3 + length] = (byte) (sum >> 8);
			block[4 + length] = (byte) sum;
		} else {
			for (int i = 0; i < length; i++) {
				block[3 + length] += data[i];
			}
		}
		return block;
	}

	/** Sends it until it is acknowledged. */
	private void deliver(Kind kind, byte... bytes) throws BenchException {
		boolean twice = false;
		for (int tries = 0; tries < TRIES; tries++) {
			line.pause(turn.pauseNanos());
			drop(0);
			line.send(bytes);
			if (acknowledged(kind)) {
				if (twice && kind == Kind.BLOCK) {
					drop(ECHO_MILLIS);
				}
				return;
			}
			twice = true;
			turn.lost();
		}
		throw Trouble.noise();
	}

	/** Forgets what comes until nothing came for so long: answers to what is answered already. */
	private void drop(long millis) throws BenchException {
		int cancels = 0;
		int stale = 0;
		for (int read = line.read(millis); read >= 0 && stale++ < MOST_STALE; read = line.read(millis)) {
			cancels = read == CAN ? cancels + 1 : 0;
			if (cancels == 2) {
				throw Trouble.abandoned();
			}
		}
	}

	/**
	 * Waits for the answer. The last answer may be lost with the program of the board, which ends at once: what comes then is the next C of
	 * a batch, or the board's own words.
	 */
	private boolean acknowledged(Kind kind) throws BenchException {
		final boolean last = kind == Kind.END_OF_FILE || kind == Kind.END_OF_BATCH;
		final long patience = last ? Turn.LONGEST_ANSWER_MILLIS : turn.answerMillis();
		final long sent = System.nanoTime();
		int cancels = 0;
		boolean spoke = false;
		while (true) {
			final int answer = line.read(spoke ? SILENCE_MILLIS : patience);
			final long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - sent);
			if (answer == ACK) {
				turn.answered(kind == Kind.BLOCK ? millis : 0);
				return true;
			}
			if (answer < 0 || answer == NAK) {
				return spoke;
			}
			cancels = answer == CAN ? cancels + 1 : 0;
			if (cancels == 2) {
				throw Trouble.abandoned();
			}
			if (answer == CRC) {
				if (kind == Kind.END_OF_FILE && protocol == Protocol.YMODEM) {
					asked = true;
					return true;
				}
				if (kind != Kind.END_OF_FILE && millis >= LEFT_OVER_MILLIS) {
					return false;
				}
			}
			spoke |= last && answer != CRC && answer != CAN;
		}
	}
}
