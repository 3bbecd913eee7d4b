package dev.benchtop.cli.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** What a board says, to the terminal or pipe and to a file, with the times of the lines where they are wanted. */
final class Transcript implements AutoCloseable {

	private final PrintStream out;
	private final Optional<OutputStream> log;
	private final Optional<Stamps> stamps;
	private boolean atLineStart = true;

	private Transcript(PrintStream out, Optional<OutputStream> log, Optional<Stamps> stamps) {
		this.out = out;
		this.log = log;
		this.stamps = stamps;
	}

	/** Opens the file, at whose end is written. */
	static Transcript open(PrintStream out, Manner manner) throws BenchException {
		final var stamps = manner.stamps().map(kind -> new Stamps(kind, InstantSource.system()));
		return new Transcript(out, manner.log().isEmpty() ? Optional.empty() : Optional.of(open(manner.log().get())), stamps);
	}

	private static OutputStream open(Path file) throws BenchException {
		try {
			return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw BenchException.failed(Messages.Transcript_noLog).where(file.toString()).why(e).build();
		}
	}

	/** Writes bytes; returns whether anybody reads them still. */
	boolean write(byte[] bytes) throws BenchException {
		final byte[] text = stamps.isEmpty() ? bytes : stamped(bytes);
		if (log.isPresent()) {
			try {
				log.get().write(text);
			} catch (IOException e) {
				throw BenchException.failed(Messages.Transcript_noLog).why(e).build();
			}
		}
		out.write(text, 0, text.length);
		return !out.checkError();
	}

	private byte[] stamped(byte[] bytes) {
		final var text = new ByteArrayOutputStream(bytes.length + 64);
		for (final byte value : bytes) {
			if (atLineStart && value != '\r') {
				text.writeBytes(stamps.orElseThrow().next());
				atLineStart = false;
			}
			text.write(value);
			atLineStart |= value == '\n';
		}
		return text.toByteArray();
	}

	@Override
	public void close() throws BenchException {
		if (log.isPresent()) {
			try {
				log.get().close();
			} catch (IOException e) {
				throw BenchException.failed(Messages.Transcript_noLog).why(e).build();
			}
		}
	}
}
