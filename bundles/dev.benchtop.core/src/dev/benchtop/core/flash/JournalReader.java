package dev.benchtop.core.flash;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.JournalLine.Began;
import dev.benchtop.core.flash.JournalLine.Dismissed;
import dev.benchtop.core.flash.JournalLine.Done;
import dev.benchtop.core.flash.JournalLine.Ended;
import dev.benchtop.core.flash.JournalLine.Header;
import dev.benchtop.core.flash.JournalLine.Range;

/** Reads a journal from its beginning to its end, or to where its process was killed. */
final class JournalReader {

	private final Path file;
	private Header header;
	private Began phase;
	private long bytes;
	private Ended end;
	private boolean dismissed;
	private final List<KnownRange> ranges = new ArrayList<>();

	private JournalReader(Path file) {
		this.file = file;
	}

	/** Reads one; empty where the file is none. */
	static Optional<JournalReader> read(Path file) throws IOException {
		final var reader = new JournalReader(file);
		new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().forEach(line -> JournalLine.read(line).ifPresent(reader::take));
		return reader.header == null ? Optional.empty() : Optional.of(reader);
	}

	private void take(JournalLine line) {
		switch (line) {
			case Header first -> header = first;
			case Began next -> {
				phase = next;
				bytes = 0;
			}
			case Done done -> bytes = Math.max(bytes, done.bytes());
			case Range range -> {
				bytes = Math.max(bytes, range.position() + range.length());
				ranges.add(new KnownRange(range.position(), range.length(), range.sum()));
			}
			case Ended last -> end = last;
			case Dismissed _ -> dismissed = true;
		}
	}

	/** Whether it is a flash that has changed this target. */
	boolean changed(String node, Target target) {
		return !header.dump() && header.node().equals(node) && header.target().equals(target.name()) && header.identity().equals(target.identity())
				&& outcome() != Outcome.UNCHANGED;
	}

	/** What a flash that broke off has left on its target; empty for one that went on to its end. */
	List<KnownRange> left() {
		return outcome() == Outcome.INCOMPLETE && (end != null || !header.alive()) ? List.copyOf(ranges) : List.of();
	}

	boolean dismissed() {
		return dismissed;
	}

	JournalEntry entry() {
		final boolean alive = end == null && header.alive();
		return new JournalEntry(file, header.board(), header.node(), header.target(), header.identity(), header.image(), optional(header.imageSize()),
				header.dump(), Instant.parse(header.started()), header.command(), header.pid(),
				Optional.ofNullable(phase).map(began -> new Phase(began.id(), began.label())), end == null ? bytes : end.bytes(), total(), outcome(),
				end == null && !alive, alive, Optional.ofNullable(end == null ? header.sha256() : end.sha256()),
				Optional.ofNullable(end).map(last -> Duration.ofMillis(last.millis())), Optional.ofNullable(end).map(Ended::failure));
	}

	private OptionalLong total() {
		return phase == null ? optional(header.bytes()) : optional(phase.total());
	}

	private Outcome outcome() {
		if (end != null) {
			return end.outcome();
		}
		return Touched.worst(header.staged(), header.phases(), Optional.ofNullable(phase).map(Began::id));
	}

	private static OptionalLong optional(Long value) {
		return value == null ? OptionalLong.empty() : OptionalLong.of(value);
	}

	/** The readable ones of these, the newest first. */
	static List<JournalReader> all(Path stateFolder) throws IOException {
		final var readers = new ArrayList<JournalReader>();
		for (final Path file : Journal.files(stateFolder).reversed()) {
			try {
				read(file).ifPresent(readers::add);
			} catch (IOException e) {
				System.getLogger(JournalReader.class.getName()).log(Level.WARNING, file.toString(), e);
			}
		}
		return readers;
	}
}
