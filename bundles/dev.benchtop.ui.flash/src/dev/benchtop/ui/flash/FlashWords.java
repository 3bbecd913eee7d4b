package dev.benchtop.ui.flash;

import java.time.Duration;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.ui.flash.FlashTask.Dump;
import dev.benchtop.ui.flash.FlashTask.Order;

/** What is said of a flash, in words. */
final class FlashWords {

	private static final double MEGA = 1e6;

	private FlashWords() {
	}

	/** {@code virtual-x86:root}. */
	static String place(Order order) {
		return order.flasher().board().name() + ':' + order.target();
	}

	/** {@code Flashing x.img.xz on virtual-x86:root}. */
	static String title(Order order) {
		return NLS.bind(order instanceof Dump ? Messages.FlashWords_dumping : Messages.FlashWords_flashing, fileName(order.label()), place(order));
	}

	/** The last name of a path or URL. */
	static String fileName(String label) {
		return label.substring(Math.max(label.lastIndexOf('/'), label.lastIndexOf('\\')) + 1);
	}

	static String rate(double bytesPerSecond) {
		return String.format(bytesPerSecond >= 100 * MEGA ? "%.0f MB/s" : "%.1f MB/s", bytesPerSecond / MEGA); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** {@code 1:05} or {@code 1:02:03}. */
	static String clock(Duration time) {
		final long seconds = Math.round(time.toMillis() / 1000.0);
		return seconds < 3600 ? String.format("%d:%02d", seconds / 60, seconds % 60) //$NON-NLS-1$
				: String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60); //$NON-NLS-1$
	}

	/** {@code 3.2 s}, or a clock from a minute on. */
	static String time(Duration time) {
		return time.toSeconds() < 60 ? String.format("%.1f s", time.toMillis() / 1000.0) : clock(time); //$NON-NLS-1$
	}

	/** What holds it up, in words; empty where that is not known. */
	static String bottleneck(Optional<Bottleneck> bottleneck) {
		return bottleneck.map(now -> switch (now) {
			case SOURCE -> Messages.FlashWords_limitedBySource;
			case DECOMPRESSION -> Messages.FlashWords_limitedByDecompression;
			case TARGET -> Messages.FlashWords_limitedByTarget;
		}).orElse(""); //$NON-NLS-1$
	}

	/** One sentence on what came of it. */
	static String result(FlashTask task) {
		final var failure = task.failure();
		if (failure.isPresent() && failure.get().isCancelled()) {
			return NLS.bind(Messages.FlashWords_cancelled, left(task));
		}
		if (failure.isPresent()) {
			return NLS.bind(Messages.FlashWords_failed, reason(failure.get()), left(task));
		}
		return task.report().map(report -> done(task.order(), report)).orElse(""); //$NON-NLS-1$
	}

	/** What an interrupted flash was and how far it came. */
	static String interrupted(JournalEntry entry) {
		final String title = NLS.bind(entry.dump() ? Messages.FlashWords_dumping : Messages.FlashWords_flashing, fileName(entry.image()),
				entry.board() + ':' + entry.target());
		return entry.phase().map(Phase::label).map(phase -> NLS.bind(Messages.FlashWords_interrupted, title, phase))
				.orElseGet(() -> NLS.bind(Messages.FlashWords_interruptedEarly, title));
	}

	/** One sentence on what came of a flash of the past. */
	static String result(JournalEntry entry) {
		if (entry.interrupted()) {
			return interrupted(entry);
		}
		if (entry.running()) {
			return NLS.bind(Messages.FlashWords_runningElsewhere, entry.command(), Long.toString(entry.pid()));
		}
		final String size = new ByteSize(entry.bytes()).display();
		final String time = entry.time().map(FlashWords::time).orElse(""); //$NON-NLS-1$
		if (entry.failure().isPresent()) {
			return entry.failure().get();
		}
		if (entry.dump()) {
			return NLS.bind(Messages.FlashWords_dumpedBefore, size, time);
		}
		return NLS.bind(entry.outcome() == Outcome.VERIFIED ? Messages.FlashWords_verifiedBefore : Messages.FlashWords_writtenBefore, size, time);
	}

	private static String done(Order order, FlashReport report) {
		final double seconds = Math.max(1, report.time().toMillis()) / 1000.0;
		final Object[] words = {new ByteSize(report.bytes()).display(), time(report.time()), rate(report.bytes() / seconds)};
		if (order instanceof Dump) {
			return NLS.bind(Messages.FlashWords_dumped, words);
		}
		return NLS.bind(report.outcome() == Outcome.VERIFIED ? Messages.FlashWords_verified : Messages.FlashWords_written, words);
	}

	private static String reason(BenchException failure) {
		return failure.what() + failure.why().map(why -> ": " + why).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What there is now, and what to do about it. */
	private static String left(FlashTask task) {
		final var outcome = task.report().map(FlashReport::outcome).orElse(Outcome.UNCHANGED);
		final String words = task.order() instanceof Dump ? file(outcome) : target(outcome);
		return words + task.failure().flatMap(BenchException::next).map(next -> ' ' + next).orElse(""); //$NON-NLS-1$
	}

	private static String file(Outcome outcome) {
		return outcome.isSuccess() ? Messages.FlashWords_file : Messages.FlashWords_noFile;
	}

	private static String target(Outcome outcome) {
		return switch (outcome) {
			case VERIFIED, WRITTEN -> Messages.FlashWords_there;
			case INCOMPLETE -> Messages.FlashWords_incomplete;
			case UNCHANGED -> Messages.FlashWords_unchanged;
		};
	}
}
