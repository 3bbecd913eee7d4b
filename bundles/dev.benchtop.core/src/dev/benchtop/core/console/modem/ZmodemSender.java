package dev.benchtop.core.console.modem;

import static dev.benchtop.core.console.modem.Zmodem.ZACK;
import static dev.benchtop.core.console.modem.Zmodem.ZCRC;
import static dev.benchtop.core.console.modem.Zmodem.ZDATA;
import static dev.benchtop.core.console.modem.Zmodem.ZEOF;
import static dev.benchtop.core.console.modem.Zmodem.ZFILE;
import static dev.benchtop.core.console.modem.Zmodem.ZFIN;
import static dev.benchtop.core.console.modem.Zmodem.ZRINIT;
import static dev.benchtop.core.console.modem.Zmodem.ZRPOS;
import static dev.benchtop.core.console.modem.Zmodem.ZRQINIT;
import static dev.benchtop.core.console.modem.Zmodem.ZSKIP;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.console.modem.Zmodem.Header;

/** Sends files by ZMODEM: in a stream, back to wherever the other side lost it. */
final class ZmodemSender {

	private static final byte[] START = {'r', 'z', '\r'};
	private static final int CHUNK = 8192;
	private static final int FIRST_CHUNK = 1024;
	private static final int ANSWER_MILLIS = 5000;
	private static final int TRIES = 12;
	/** A file that is not skipped nor begun at any place. */
	private static final long SKIPPED = -1;

	private final ModemLine line;
	private final Progress progress;
	private final ZmodemReader reader;
	private final ZmodemWriter writer;
	private int window;

	ZmodemSender(ModemLine line, Progress progress) {
		this.line = line;
		this.progress = progress;
		reader = new ZmodemReader(line);
		writer = new ZmodemWriter(line);
	}

	void send(List<Path> files) throws BenchException {
		line.send(START);
		capabilities(ask(Header.flags(ZRQINIT, 0), ZRINIT));
		long left = 0;
		for (final Path file : files) {
			left += size(file);
		}
		for (int i = 0; i < files.size(); i++) {
			final long size = size(files.get(i));
			send(files.get(i), size, files.size() - i, left);
			left -= size;
		}
		ask(Header.flags(ZFIN, 0), ZFIN);
		line.send((byte) 'O', (byte) 'O');
	}

	private static long size(Path file) throws BenchException {
		try {
			return Files.size(file);
		} catch (IOException e) {
			throw Trouble.reading(file, e);
		}
	}

	private void capabilities(Header ready) {
		writer.capabilities(ready.flags());
		window = ready.window();
	}

	/** Says it until it is answered so. */
	private Header ask(Header header, int wanted) throws BenchException {
		for (int tries = 0; tries < TRIES; tries++) {
			writer.hex(header);
			final var answer = await(wanted);
			if (answer.isPresent()) {
				return answer.get();
			}
		}
		throw Trouble.silent(Protocol.ZMODEM);
	}

	private Optional<Header> await(int wanted) throws BenchException {
		while (true) {
			final var answer = reader.header(ANSWER_MILLIS);
			if (answer.isEmpty() || answer.get().type() == wanted) {
				return answer;
			}
			refuse(answer.get());
		}
	}

	/** The other side ends it. */
	private static void refuse(Header header) throws BenchException {
		switch (header.type()) {
			case Zmodem.ZABORT, Zmodem.ZFERR, Zmodem.ZCAN -> throw Trouble.abandoned();
			default -> {
				return;
			}
		}
	}

	private void send(Path file, long size, int filesLeft, long bytesLeft) throws BenchException {
		progress.begin(new Progress.Phase("send", file.getFileName().toString()), size); //$NON-NLS-1$
		try (var channel = FileChannel.open(file)) {
			final long from = announce(file, size, filesLeft, bytesLeft);
			if (from != SKIPPED) {
				progress.advance(from);
				stream(channel, size, from);
			}
		} catch (IOException e) {
			throw Trouble.reading(file, e);
		}
	}

	/** Tells of the file until the other side says from where on it wants it. */
	private long announce(Path file, long size, int filesLeft, long bytesLeft) throws BenchException, IOException {
		final String numbers = size + " " + Long.toOctalString(Files.getLastModifiedTime(file).toMillis() / 1000) + " 100644 0 " + filesLeft + ' ' + bytesLeft; //$NON-NLS-1$ //$NON-NLS-2$
		final byte[] text = (file.getFileName().toString() + '\0' + numbers + '\0').getBytes(StandardCharsets.UTF_8);
		for (int tries = 0; tries < TRIES; tries++) {
			writer.binary(Header.flags(ZFILE, Zmodem.ZCRESUM));
			writer.data(text, 0, text.length, Zmodem.ZCRCW);
			for (var answer = reader.header(ANSWER_MILLIS); answer.isPresent(); answer = reader.header(ANSWER_MILLIS)) {
				final var header = answer.get();
				if (header.type() == ZRPOS) {
					return header.position();
				}
				if (header.type() == ZSKIP) {
					return SKIPPED;
				}
				if (header.type() == ZCRC) {
					final long length = header.position() == 0 ? Long.MAX_VALUE : header.position();
					writer.hex(new Header(ZCRC, ReceivedFile.sum(file, length)));
				} else if (header.type() == Zmodem.ZNAK) {
					break;
				}
				refuse(header);
			}
		}
		throw Trouble.silent(Protocol.ZMODEM);
	}

	private void stream(FileChannel channel, long size, long from) throws BenchException, IOException {
		long told = from;
		long position = from;
		for (int tries = 0; tries < TRIES; tries++) {
			final var interrupted = data(channel, size, position, told);
			told = Math.max(told, interrupted.told());
			Optional<Header> answer = interrupted.by();
			if (answer.isEmpty()) {
				writer.hex(Header.at(ZEOF, size));
				answer = end();
			}
			if (answer.isPresent() && (answer.get().type() == ZRINIT || answer.get().type() == ZSKIP)) {
				return;
			}
			if (answer.isPresent() && answer.get().type() == ZRPOS) {
				tries = answer.get().position() > position ? 0 : tries;
				position = answer.get().position();
			} else {
				position = size;
			}
		}
		throw Trouble.noise();
	}

	/** How far a stream came, and what ended it before the end, if anything. */
	private record Streamed(long told, Optional<Header> by) {
	}

	private Streamed data(FileChannel channel, long size, long from, long told) throws BenchException, IOException {
		if (from >= size && size > 0) {
			return new Streamed(told, Optional.empty());
		}
		final var chunk = new byte[window == 0 ? CHUNK : Math.min(CHUNK, window)];
		long position = from;
		long farthest = told;
		writer.binary(Header.at(ZDATA, from));
		do {
			final var bytes = ByteBuffer.wrap(chunk, 0, (int) Math.min(position == from ? Math.min(FIRST_CHUNK, chunk.length) : chunk.length, size - position));
			while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) >= 0) {
				continue;
			}
			position += bytes.position();
			final boolean last = position >= size;
			writer.data(chunk, 0, bytes.position(), end(last));
			if (position > farthest) {
				progress.advance(position - farthest);
				farthest = position;
			}
			final var heard = window > 0 && !last ? acknowledged(position) : heard();
			if (heard.isPresent()) {
				return new Streamed(farthest, heard);
			}
			if (window > 0 && !last) {
				writer.binary(Header.at(ZDATA, position));
			}
		} while (position < size);
		return new Streamed(farthest, Optional.empty());
	}

	private int end(boolean last) {
		if (last) {
			return Zmodem.ZCRCE;
		}
		return window > 0 ? Zmodem.ZCRCW : Zmodem.ZCRCG;
	}

	/** Whether the other side wants something else than more of the stream. */
	private Optional<Header> heard() throws BenchException {
		while (line.ready()) {
			final var header = reader.header(0);
			if (header.isPresent() && (header.get().type() == ZRPOS || header.get().type() == ZSKIP)) {
				return header;
			}
			if (header.isPresent()) {
				refuse(header.get());
			}
		}
		return Optional.empty();
	}

	/** Waits until a receiver that takes only so much at once has it; empty where it has. */
	private Optional<Header> acknowledged(long position) throws BenchException {
		for (var header = reader.header(2L * ANSWER_MILLIS); header.isPresent(); header = reader.header(2L * ANSWER_MILLIS)) {
			if (header.get().type() == ZACK && header.get().position() == (position & 0xffffffffL)) {
				return Optional.empty();
			}
			if (header.get().type() == ZRPOS || header.get().type() == ZSKIP) {
				return header;
			}
			refuse(header.get());
		}
		throw Trouble.silent(Protocol.ZMODEM);
	}

	/** What the other side says to the end of the file. */
	private Optional<Header> end() throws BenchException {
		for (var header = reader.header(ANSWER_MILLIS); header.isPresent(); header = reader.header(ANSWER_MILLIS)) {
			if (header.get().type() == ZRINIT || header.get().type() == ZRPOS || header.get().type() == ZSKIP) {
				return header;
			}
			refuse(header.get());
		}
		return Optional.empty();
	}
}
