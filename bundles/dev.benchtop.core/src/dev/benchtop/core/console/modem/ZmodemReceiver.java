package dev.benchtop.core.console.modem;

import static dev.benchtop.core.console.modem.Zmodem.ZACK;
import static dev.benchtop.core.console.modem.Zmodem.ZCRC;
import static dev.benchtop.core.console.modem.Zmodem.ZDATA;
import static dev.benchtop.core.console.modem.Zmodem.ZEOF;
import static dev.benchtop.core.console.modem.Zmodem.ZFILE;
import static dev.benchtop.core.console.modem.Zmodem.ZFIN;
import static dev.benchtop.core.console.modem.Zmodem.ZRINIT;
import static dev.benchtop.core.console.modem.Zmodem.ZRPOS;
import static dev.benchtop.core.console.modem.Zmodem.ZSKIP;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.console.modem.Zmodem.Header;

/** Receives files by ZMODEM; what came of one before is kept where its sum is that of the sender. */
final class ZmodemReceiver {

	private static final int ANSWER_MILLIS = 5000;
	private static final int TRIES = 12;
	private static final int OVER_MILLIS = 500;

	private final ModemLine line;
	private final Progress progress;
	private final ZmodemReader reader;
	private final ZmodemWriter writer;
	private boolean damaged;

	ZmodemReceiver(ModemLine line, Progress progress) {
		this.line = line;
		this.progress = progress;
		reader = new ZmodemReader(line);
		writer = new ZmodemWriter(line);
	}

	/** What the sender says of a file. */
	private record Announced(String name, long size) {
	}

	List<Path> receive(Path folder) throws BenchException {
		final var files = new ArrayList<Path>();
		ready();
		for (int tries = 0; tries < TRIES;) {
			final var header = reader.header(ANSWER_MILLIS);
			if (header.isEmpty()) {
				tries++;
				ready();
				continue;
			}
			switch (header.get().type()) {
				case ZFILE -> {
					final var announced = announced();
					if (announced.isPresent()) {
						receive(folder, announced.get()).ifPresent(files::add);
						tries = 0;
					} else {
						writer.hex(Header.flags(Zmodem.ZNAK, 0));
					}
				}
				case ZFIN -> {
					writer.hex(Header.flags(ZFIN, 0));
					line.read(OVER_MILLIS);
					line.read(OVER_MILLIS);
					return files;
				}
				case Zmodem.ZSINIT, Zmodem.ZCOMMAND -> answer(header.get());
				case Zmodem.ZFREECNT -> writer.hex(new Header(ZACK, -1));
				case Zmodem.ZABORT, Zmodem.ZFERR, Zmodem.ZCAN -> throw Trouble.abandoned();
				default -> ready();
			}
		}
		throw Trouble.silent(Protocol.ZMODEM);
	}

	/** Commands of the other side are never run. */
	private void answer(Header header) throws BenchException {
		reader.subpacket();
		if (header.type() == Zmodem.ZSINIT) {
			writer.hex(Header.flags(ZACK, 0));
		} else {
			writer.hex(Header.flags(ZFIN, 0));
		}
	}

	private void ready() throws BenchException {
		writer.hex(Header.flags(ZRINIT, Zmodem.CANFDX | Zmodem.CANOVIO | Zmodem.CANFC32));
	}

	private Optional<Announced> announced() throws BenchException {
		if (reader.subpacket() < 0) {
			return Optional.empty();
		}
		final String text = new String(reader.data(), 0, reader.length(), StandardCharsets.UTF_8);
		final int name = text.indexOf('\0');
		if (name < 0) {
			return Optional.empty();
		}
		final String size = text.substring(name + 1).split("[ \\u0000]", 2)[0]; //$NON-NLS-1$
		return Optional.of(new Announced(text.substring(0, name), size.matches("\\d{1,18}") ? Long.parseLong(size) : -1)); //$NON-NLS-1$
	}

	/** One file; empty where it is there already. */
	private Optional<Path> receive(Path folder, Announced announced) throws BenchException {
		progress.begin(new Progress.Phase("receive", announced.name()), announced.size()); //$NON-NLS-1$
		try (var file = ReceivedFile.of(folder, announced.name())) {
			if (file.isThere() && file.wholeLength() == announced.size() && agrees(file.wholeLength(), file.wholeSum())) {
				writer.hex(Header.flags(ZSKIP, 0));
				return Optional.empty();
			}
			final long known = file.known();
			final boolean goesOn = known > 0 && known <= announced.size() && agrees(known, file.knownSum());
			final long from = goesOn ? known : 0;
			if (goesOn) {
				file.goOn();
			} else {
				file.begin();
			}
			progress.advance(from);
			content(file, from);
			final Path place = file.finish();
			ready();
			return Optional.of(place);
		}
	}

	/** Whether the sender's file begins with what has that sum. */
	private boolean agrees(long length, int sum) throws BenchException {
		for (int tries = 0; tries < TRIES; tries++) {
			writer.hex(Header.at(ZCRC, length));
			for (var answer = reader.header(ANSWER_MILLIS); answer.isPresent(); answer = reader.header(ANSWER_MILLIS)) {
				if (answer.get().type() == ZCRC) {
					return answer.get().value() == sum;
				}
				if (answer.get().type() == ZFILE) {
					reader.subpacket();
				}
			}
		}
		throw Trouble.silent(Protocol.ZMODEM);
	}

	private void content(ReceivedFile file, long from) throws BenchException {
		long position = from;
		int tries = 0;
		writer.hex(Header.at(ZRPOS, position));
		while (true) {
			final var header = reader.header(ANSWER_MILLIS);
			final int type = header.map(Header::type).orElse(-1);
			final boolean here = header.isPresent() && header.get().position() == (position & 0xffffffffL);
			if (type == ZEOF && here) {
				return;
			}
			if (type == Zmodem.ZABORT || type == Zmodem.ZFERR || type == Zmodem.ZCAN || type == ZFIN) {
				throw Trouble.abandoned();
			}
			final long before = position;
			if (type == ZDATA && here) {
				position = frame(file, position);
			} else if (type == ZFILE) {
				reader.subpacket();
			}
			tries = position > before ? 0 : tries + 1;
			if (tries == TRIES) {
				throw Trouble.noise();
			}
			if (!(type == ZDATA && here) || damaged) {
				writer.hex(Header.at(ZRPOS, position));
			}
		}
	}

	/** The subpackets of one frame; returns how far the file is. */
	private long frame(ReceivedFile file, long from) throws BenchException {
		long position = from;
		while (true) {
			final int end = reader.subpacket();
			damaged = end < 0;
			if (damaged) {
				return position;
			}
			file.write(reader.data(), reader.length());
			progress.advance(reader.length());
			position += reader.length();
			if (end == Zmodem.ZCRCQ || end == Zmodem.ZCRCW) {
				writer.hex(Header.at(ZACK, position));
			}
			if (end == Zmodem.ZCRCE || end == Zmodem.ZCRCW) {
				return position;
			}
		}
	}
}
