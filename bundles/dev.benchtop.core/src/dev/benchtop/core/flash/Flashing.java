package dev.benchtop.core.flash;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ProcessIdentity;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.JournalLine.Dismissed;
import dev.benchtop.core.flash.JournalLine.Header;
import dev.benchtop.core.internal.access.FileLocks;

/** The one way to flash and dump: takes the board's lock, keeps the journal and shows the progress on the board. */
@Component(service = Flashing.class)
public final class Flashing {

	private static final int VERSION = 1;

	/** Says what {@link #flash} will do; touches nothing. */
	public FlashPlan plan(Node flasher, FlashRequest request) throws BenchException {
		final Flasher capability = flasher.use(Flasher.class);
		final FlashPlan plan = capability.plan(request);
		final List<KnownRange> left = left(flasher, plan.target());
		return left.isEmpty() ? plan : capability.plan(request.with(left));
	}

	/**
	 * Flashes; a flash that began ends in a report, whatever came of it. It is cancelled when another process takes the board over.
	 *
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport flash(Node flasher, FlashRequest request, Progress progress) throws BenchException {
		final Flasher capability = flasher.use(Flasher.class);
		final FlashPlan plan = capability.plan(request);
		final Target target = plan.target();
		final var header = header(flasher, false, target, plan.staged(), request.label(), Run.size(request.image()), plan.bytes(),
				request.verify(), request.sha256(), plan.phases().stream().map(Phase::id).toList());
		final var run = new Run(flasher, NLS.bind(Messages.Flashing_flash, target.name()), header);
		final FlashRequest known = request.with(left(flasher, target));
		return run.execute(recording -> capability.flash(known, recording), progress);
	}

	/** What the last flash of the target, if it broke off, has left on it of any image. */
	private static List<KnownRange> left(Node flasher, Target target) {
		return read(flasher.board().stateFolder()).stream().filter(reader -> reader.changed(flasher.path(), target)).findFirst().map(JournalReader::left).orElse(List.of());
	}

	/** Reads a target back into a file. */
	public FlashReport dump(Node flasher, DumpRequest request, Progress progress) throws BenchException {
		final Flasher capability = flasher.use(Flasher.class);
		final Target target = target(flasher, request.target());
		final var header = header(flasher, true, target, true, request.file().toString(), OptionalLong.empty(), target.capacity(), false,
				Optional.empty(), List.of());
		final var run = new Run(flasher, NLS.bind(Messages.Flashing_dump, target.name()), header);
		return run.execute(recording -> capability.dump(request, recording), progress);
	}

	/**
	 * The flasher's target of that name, the first where the name is empty.
	 *
	 * @throws BenchException of kind usage where there is none
	 */
	public Target target(Node flasher, String name) throws BenchException {
		final List<Target> targets = flasher.use(Flasher.class).targets();
		final String place = flasher.board().name() + '/' + flasher.path();
		if (targets.isEmpty()) {
			throw BenchException.usage(NLS.bind(Messages.Flashing_noTargets, place)).build();
		}
		return targets.stream().filter(target -> name.isEmpty() || target.name().equals(name)).findFirst()
				.orElseThrow(() -> BenchException.usage(NLS.bind(Messages.Flashing_noSuchTarget, name, place)).next(NLS.bind(
						Messages.Flashing_noSuchTargetNext, targets.stream().map(Target::name).collect(Collectors.joining(", ")))).build()); //$NON-NLS-1$
	}

	private static Header header(Node flasher, boolean dump, Target target, boolean staged, String image, OptionalLong imageSize, OptionalLong bytes,
			boolean verify, Optional<String> sha256, List<String> phases) {
		final var self = ProcessIdentity.self();
		return new Header(VERSION, dump, flasher.board().name(), flasher.path(), target.name(), target.identity(), staged, image,
				imageSize.isPresent() ? imageSize.getAsLong() : null, bytes.isPresent() ? bytes.getAsLong() : null, verify, sha256.orElse(null), phases,
				FileLocks.command(), self.pid(), self.start(), Instant.now().toString());
	}

	/** The other process that flashes or dumps the board now. */
	public Optional<Holder> heldBy(Board board) {
		return board.lock().heldBy(Run.PART);
	}

	/**
	 * Takes the board from the process that flashes it: that flash is cancelled. Returns when it has ended and the board is free.
	 *
	 * @throws BenchException if it does not end within 15 s
	 */
	public void takeOver(Board board) throws BenchException {
		try (var _ = board.lock().takeOver(Run.PART, Messages.Flashing_takenOver)) {
			Run.running(board).close();
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Run_noJournal, Journal.folder(board.stateFolder()))).where(board.name()).why(e).build();
		}
	}

	/** The flashes and dumps of the board that are still on record (the last 100), newest first. */
	public List<JournalEntry> history(Board board) {
		return read(board.stateFolder()).stream().map(JournalReader::entry).toList();
	}

	/** The flashes that their process did not live to end, on any board of the bench, newest first; until they are dismissed. */
	public List<JournalEntry> interrupted(Bench bench) {
		return interrupted(bench.boards().stream().map(Board::stateFolder).toList());
	}

	/** As {@link #interrupted(Bench)}, on all that ever stood on the desk. */
	public List<JournalEntry> interrupted(Desk desk) throws BenchException {
		return interrupted(desk.stateFolders());
	}

	private static List<JournalEntry> interrupted(List<Path> stateFolders) {
		final var entries = new ArrayList<JournalEntry>();
		for (final Path folder : stateFolders) {
			read(folder).stream().filter(reader -> !reader.dismissed()).map(JournalReader::entry).filter(JournalEntry::interrupted).forEach(entries::add);
		}
		entries.sort((one, two) -> two.started().compareTo(one.started()));
		return entries;
	}

	private static List<JournalReader> read(Path stateFolder) {
		try {
			return JournalReader.all(stateFolder);
		} catch (IOException e) {
			System.getLogger(Flashing.class.getName()).log(Level.WARNING, stateFolder.toString(), e);
			return List.of();
		}
	}

	/** Says that the user knows of an interrupted flash; it stays in the history. */
	public void dismiss(JournalEntry entry) throws BenchException {
		try {
			Journal.append(entry.file(), new Dismissed(Instant.now().toString()));
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.Flashing_cannotDismiss, entry.file())).where(entry.board()).why(e).build();
		}
	}
}
