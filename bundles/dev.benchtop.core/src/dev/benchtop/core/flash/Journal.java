package dev.benchtop.core.flash;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.PrivateFiles;
import dev.benchtop.core.ProcessIdentity;
import dev.benchtop.core.flash.JournalLine.Header;

/** Writes the journal of one flash; what belongs to a phase is on the medium before the phase begins. */
final class Journal implements AutoCloseable {

	private static final int KEPT = 100;
	private static final String SUFFIX = ".jsonl"; //$NON-NLS-1$
	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC); //$NON-NLS-1$
	private static final AtomicInteger COUNT = new AtomicInteger();

	private final FileChannel channel;
	private boolean broken;

	private Journal(FileChannel channel) {
		this.channel = channel;
	}

	/** The folder of the journals of a board. */
	static Path folder(Path stateFolder) {
		return stateFolder.resolve("journal"); //$NON-NLS-1$
	}

	/** Begins the journal of a board; the oldest ones go. */
	static Journal begin(Path stateFolder, Header header) throws IOException {
		final Path folder = PrivateFiles.folder(folder(stateFolder));
		final List<Path> files = files(stateFolder);
		for (final Path old : files.subList(0, Math.max(0, files.size() - KEPT + 1))) {
			Files.delete(old);
		}
		final String name = NAME.format(Instant.parse(header.started())) + '-' + ProcessIdentity.self().pid() + '-' + COUNT.incrementAndGet() + SUFFIX;
		final var journal = new Journal(PrivateFiles.open(folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
		try {
			journal.append(header);
			journal.channel.force(true);
			return journal;
		} catch (IOException e) {
			journal.close();
			throw e;
		}
	}

	/** The journals of a board, the oldest first. */
	static List<Path> files(Path stateFolder) throws IOException {
		if (!Files.isDirectory(folder(stateFolder))) {
			return List.of();
		}
		try (var files = Files.list(folder(stateFolder))) {
			return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
		}
	}

	/** Adds a line to the journal of a flash that is over, behind a last line that may be cut off. */
	static void append(Path file, JournalLine line) throws IOException {
		Files.writeString(file, '\n' + JournalLine.write(line), StandardOpenOption.APPEND);
	}

	/** Notes something; a journal that cannot be written ends no flash. */
	synchronized void note(JournalLine line) {
		write(line, false);
	}

	/** Notes something, and returns when it is on the medium. */
	synchronized void keep(JournalLine line) {
		write(line, true);
	}

	private void write(JournalLine line, boolean force) {
		if (broken) {
			return;
		}
		try {
			append(line);
			if (force) {
				channel.force(false);
			}
		} catch (IOException e) {
			broken = true;
			System.getLogger(getClass().getName()).log(Level.WARNING, "The journal of a flash cannot be written on", e); //$NON-NLS-1$
		}
	}

	private void append(JournalLine line) throws IOException {
		final var bytes = ByteBuffer.wrap(JournalLine.write(line).getBytes(StandardCharsets.UTF_8));
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
