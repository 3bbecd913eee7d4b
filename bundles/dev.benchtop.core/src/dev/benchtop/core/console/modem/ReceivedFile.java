package dev.benchtop.core.console.modem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

import dev.benchtop.core.BenchException;

/** A file as it comes: under its name with {@code .part} behind until it is whole, and then under one that no file has yet. A file that was there stays as it is. */
final class ReceivedFile implements AutoCloseable {

	private static final String PART = ".part"; //$NON-NLS-1$
	private static final int CHUNK = 1 << 16;

	private final Path wanted;
	private Path part;
	private FileChannel channel;

	private ReceivedFile(Path wanted) {
		this.wanted = wanted;
		part = wanted.resolveSibling(wanted.getFileName() + PART);
	}

	/** The file of that name. */
	static ReceivedFile of(Path file) {
		return new ReceivedFile(file);
	}

	/** The file that the board names so, inside of {@code folder} whatever it says. */
	static ReceivedFile of(Path folder, String said) throws BenchException {
		final String name = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}:]", "_").strip(); //$NON-NLS-1$ //$NON-NLS-2$
		if (name.isEmpty() || name.equals(".") || name.equals("..")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw BenchException.failed(Messages.ReceivedFile_badName).where(said).build();
		}
		return new ReceivedFile(folder.resolve(name));
	}

	/** Whether a file of that name is there and whole. */
	boolean isThere() {
		return Files.exists(wanted);
	}

	/** How many bytes of it came before; 0 where none did. */
	long known() throws BenchException {
		try {
			return Files.exists(part) ? Files.size(part) : 0;
		} catch (IOException e) {
			throw Trouble.reading(part, e);
		}
	}

	/** The sum of what came before. */
	int knownSum() throws BenchException {
		return sum(part, Long.MAX_VALUE);
	}

	/** The sum of the file that is there and whole. */
	int wholeSum() throws BenchException {
		return sum(wanted, Long.MAX_VALUE);
	}

	long wholeLength() throws BenchException {
		try {
			return Files.size(wanted);
		} catch (IOException e) {
			throw Trouble.reading(wanted, e);
		}
	}

	/** CRC-32 of the first {@code length} bytes of a file. */
	static int sum(Path file, long length) throws BenchException {
		final var sum = new CRC32();
		try (InputStream content = Files.newInputStream(file)) {
			long left = length;
			for (byte[] bytes = content.readNBytes((int) Math.min(CHUNK, left)); bytes.length > 0; bytes = content.readNBytes((int) Math.min(CHUNK, left))) {
				sum.update(bytes);
				left -= bytes.length;
			}
		} catch (IOException e) {
			throw Trouble.reading(file, e);
		}
		return (int) sum.getValue();
	}

	/** Begins to write a new file, beside what came before. */
	void begin() throws BenchException {
		final Path first = part;
		for (int number = 1; channel == null; number++) {
			try {
				channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
			} catch (FileAlreadyExistsException e) {
				part = numbered(first, number);
			} catch (IOException e) {
				throw Trouble.writing(part, e);
			}
		}
	}

	/** Goes on behind what came before. */
	void goOn() throws BenchException {
		try {
			channel = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
		} catch (IOException e) {
			throw Trouble.writing(part, e);
		}
	}

	void write(byte[] bytes, int length) throws BenchException {
		try {
			final var data = ByteBuffer.wrap(bytes, 0, length);
			while (data.hasRemaining()) {
				channel.write(data);
			}
		} catch (IOException e) {
			throw Trouble.writing(part, e);
		}
	}

	/** All of it is there; returns where. */
	Path finish() throws BenchException {
		try {
			channel.close();
			final Path free = free();
			Files.move(part, free);
			return free;
		} catch (IOException e) {
			throw Trouble.writing(wanted, e);
		}
	}

	private Path free() {
		Path free = wanted;
		for (int number = 1; Files.exists(free); number++) {
			free = numbered(wanted, number);
		}
		return free;
	}

	/** The name with a number that makes it another one: {@code boot (1).log}. */
	private static Path numbered(Path file, int number) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final String stem = dot > 0 ? name.substring(0, dot) : name;
		final String end = dot > 0 ? name.substring(dot) : ""; //$NON-NLS-1$
		return file.resolveSibling(stem + " (" + number + ')' + end); //$NON-NLS-1$
	}

	/** Forgets what came of it since it was begun. */
	void discard() throws BenchException {
		if (channel == null) {
			return;
		}
		close();
		try {
			Files.deleteIfExists(part);
		} catch (IOException e) {
			throw Trouble.writing(part, e);
		}
	}

	@Override
	public void close() throws BenchException {
		try {
			if (channel != null) {
				channel.close();
			}
		} catch (IOException e) {
			throw Trouble.writing(part, e);
		}
	}
}
