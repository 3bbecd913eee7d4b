package dev.benchtop.core.flash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.BoardLock;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState;
import dev.benchtop.core.flash.JournalLine.Ended;
import dev.benchtop.core.flash.JournalLine.Header;

/** One flash or dump from the lock to the last line of its journal. */
final class Run {

	static final String PART = "flash"; //$NON-NLS-1$
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	/** What a flasher does. */
	@FunctionalInterface
	interface Work {
		FlashReport run(Progress progress) throws BenchException;
	}

	private final Node node;
	private final Board board;
	private final String title;
	private final Header header;

	/** {@code title} is what others are told that the board is used for. */
	Run(Node node, String title, Header header) {
		this.node = node;
		this.board = node.board();
		this.title = title;
		this.header = header;
	}

	FlashReport execute(Work work, Progress progress) throws BenchException {
		try (var hold = board.lock().acquire(PART, title); var _ = running(board); var journal = Journal.begin(board.stateFolder(), header)) {
			hold.onLost(progress.token()::cancel);
			return recorded(work, progress, journal, hold);
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Run_noJournal, Journal.folder(board.stateFolder()))).where(board.name()).why(e).build();
		}
	}

	/** Waits until no flash writes to the board any more. */
	static RunLock running(Board board) throws BenchException, IOException {
		try {
			return RunLock.take(board.stateFolder(), PATIENCE).orElseThrow(
					() -> BenchException.failed(Messages.Run_goesOn).where(board.name()).next(Messages.Run_goesOnNext).build());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	private FlashReport recorded(Work work, Progress progress, Journal journal, BoardLock.Hold hold) throws BenchException {
		final Instant start = Instant.now();
		final var recording = new Recording(progress, journal, this::show);
		try {
			final FlashReport report = work.run(recording);
			final var told = new FlashReport(report.outcome(), report.bytes(), report.sha256(), report.target(), report.time(), report.phases(),
					report.failure().map(failure -> reason(failure, hold)));
			end(journal, told);
			return told;
		} catch (BenchException e) {
			return broken(reason(e, hold), start, recording, journal);
		} catch (RuntimeException e) {
			System.getLogger(getClass().getName()).log(Level.ERROR, title, e);
			return broken(BenchException.failed(NLS.bind(Messages.Run_defect, title)).where(board.name()).why(e).build(), start, recording, journal);
		} finally {
			board.overlay(node.path(), NodeState.UNKNOWN);
		}
	}

	/** Who took the board over, where that is what cancelled the flash. */
	private BenchException reason(BenchException failure, BoardLock.Hold hold) {
		if (!failure.isCancelled() || hold.valid()) {
			return failure;
		}
		return board.lock().heldBy(PART).map(other -> NLS.bind(Messages.Run_takenBy, other.command(), other.pid()))
				.map(what -> BenchException.failed(what).where(board.name()).build()).orElse(failure);
	}

	/** A report where something was done already; the error itself where it was refused before. */
	private FlashReport broken(BenchException failure, Instant start, Recording recording, Journal journal) throws BenchException {
		final Optional<Phase> reached = recording.reached();
		final List<FlashReport.PhaseTime> times = recording.times();
		final Outcome left = Touched.worst(header.staged(), header.phases(), reached.map(Phase::id));
		final long bytes = times.isEmpty() ? 0 : times.getLast().bytes();
		final var report = new FlashReport(left, bytes, Optional.empty(), header.target(), Duration.between(start, Instant.now()), times,
				Optional.of(failure));
		end(journal, report);
		if (reached.isEmpty()) {
			throw failure;
		}
		return report;
	}

	private static void end(Journal journal, FlashReport report) {
		journal.keep(new Ended(report.outcome(), report.bytes(), report.sha256().orElse(null), report.time().toMillis(),
				report.failure().map(BenchException::getMessage).orElse(null)));
	}

	private void show(Phase phase, int percent) {
		final String label = phase == null ? "" : phase.label(); //$NON-NLS-1$
		final String word = percent < 0 ? label : NLS.bind(Messages.Run_percent, percent);
		board.overlay(node.path(), new NodeState(NodeState.Level.BUSY, word, NLS.bind(Messages.Run_detail, title, label)));
	}

	static OptionalLong size(Path image) {
		try {
			return OptionalLong.of(Files.size(image));
		} catch (IOException | UncheckedIOException e) {
			return OptionalLong.empty();
		}
	}
}
