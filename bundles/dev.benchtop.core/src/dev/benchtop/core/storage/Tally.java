package dev.benchtop.core.storage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;

/** Counts what the threads of a transfer have done, and tells its progress; silent once it is cancelled. */
final class Tally {

	private final Progress progress;
	private final long started = System.nanoTime();
	private final List<TransferReport.Failure> failures = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();
	private long total;
	private long files;
	private long skipped;
	private long bytes;

	Tally(Progress progress) {
		this.progress = progress;
	}

	synchronized void begin(Phase phase, long totalBytes) {
		total = totalBytes;
		if (speaks()) {
			progress.plan(List.of(phase));
			progress.begin(phase, totalBytes);
		}
	}

	private boolean speaks() {
		return !progress.token().isCancelled();
	}

	/** So many bytes were transferred. */
	synchronized void moved(long count) {
		bytes += count;
		checked(count);
	}

	/** So many bytes needed no transfer, or were read back. */
	synchronized void checked(long count) {
		if (speaks() && count > 0) {
			progress.advance(count);
		}
	}

	/** So many bytes have to be transferred once more. */
	synchronized void again(long count) {
		more(count);
		bytes -= count;
	}

	private void more(long count) {
		if (total >= 0 && count != 0) {
			total += count;
			if (speaks()) {
				progress.total(total);
			}
		}
	}

	synchronized void done() {
		files++;
	}

	/** A file stays as it is, and the bytes that were planned for it are not transferred. */
	synchronized void skipped(long planned) {
		skipped++;
		more(-planned);
	}

	synchronized void note(String text) {
		notes.add(text);
		if (speaks()) {
			progress.message(text);
		}
	}

	synchronized void failed(String place, BenchException reason) {
		failures.add(new TransferReport.Failure(place, reason, false));
	}

	/** A file was not transferred as there is one already. */
	synchronized void existed(Location place) {
		failures.add(new TransferReport.Failure(place.text(), BenchException.failed(Messages.Transfer_exists).where(place.text()).build(), true));
	}

	/** Whether nothing failed or was skipped. */
	synchronized boolean isWhole() {
		return failures.isEmpty() && skipped == 0;
	}

	synchronized TransferReport report() {
		return new TransferReport(files, skipped, bytes, Duration.ofNanos(System.nanoTime() - started), failures, notes);
	}
}
