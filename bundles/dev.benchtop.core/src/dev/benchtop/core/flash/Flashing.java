package dev.benchtop.core.flash;

import java.util.List;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.bench.Node;

/** The one way to flash and dump: takes the board's lock, keeps the journal and shows the progress on the board. */
@Component(service = Flashing.class)
public final class Flashing {

	/** Says what {@link #flash} will do; touches nothing. */
	public FlashPlan plan(Node flasher, FlashRequest request) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/**
	 * Flashes; a flash that began ends in a report, whatever came of it.
	 *
	 * @throws BenchException if it was refused before anything was done
	 */
	public FlashReport flash(Node flasher, FlashRequest request, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** Reads a target back into a file. */
	public FlashReport dump(Node flasher, DumpRequest request, Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}

	/** The flashes and dumps of the board that are still on record, newest first. */
	public List<JournalEntry> history(Board board) {
		throw new UnsupportedOperationException();
	}

	/** The flashes that their process did not live to end, on any board of the bench, newest first; until they are dismissed. */
	public List<JournalEntry> interrupted(Bench bench) {
		throw new UnsupportedOperationException();
	}

	/** Says that the user knows of an interrupted flash; it stays in the history. */
	public void dismiss(JournalEntry entry) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
