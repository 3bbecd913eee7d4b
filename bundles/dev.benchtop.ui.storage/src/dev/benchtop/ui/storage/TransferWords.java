package dev.benchtop.ui.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.State;

/** Transfers in words. */
final class TransferWords {

	private static final double MEGA = 1e6;
	private static final String GAP = "  \u00b7  "; //$NON-NLS-1$

	private TransferWords() {
	}

	static String name(Item item) {
		return Place.parse(item.from()).name();
	}

	static String state(Item item) {
		return switch (item.state()) {
			case QUEUED -> Messages.TransferWords_queued;
			case RUNNING -> item.options().move() ? Messages.TransferWords_moving : Messages.TransferWords_copying;
			case PAUSED -> Messages.TransferWords_paused;
			case DONE -> item.options().move() ? Messages.TransferWords_moved : Messages.TransferWords_copied;
			case FAILED -> Messages.TransferWords_failed;
			case CANCELLED -> Messages.TransferWords_cancelled;
		};
	}

	static String icon(State state) {
		return switch (state) {
			case QUEUED -> "state-waiting"; //$NON-NLS-1$
			case RUNNING -> "state-running"; //$NON-NLS-1$
			case PAUSED -> "state-paused"; //$NON-NLS-1$
			case DONE -> "state-done"; //$NON-NLS-1$
			case FAILED -> "state-failed"; //$NON-NLS-1$
			case CANCELLED -> "state-cancelled"; //$NON-NLS-1$
		};
	}

	/** 0 to 100; -1 where that is not known. */
	static int percent(Item item) {
		return item.state() == State.DONE ? 100 : item.total() > 0 ? (int) Math.min(100, item.bytes() * 100 / item.total()) : -1;
	}

	/** {@code 45 %  ·  540 MiB of 1.2 GiB}; of one that failed what happened. */
	static String progress(Item item) {
		if (item.state() == State.FAILED) {
			return withoutPlace(item, item.message().lines().findFirst().orElse(Messages.TransferWords_failed));
		}
		final String done = new ByteSize(Math.max(0, item.bytes())).display();
		final int percent = percent(item);
		final String words = item.state() == State.DONE ? done
				: percent < 0 ? item.bytes() == 0 ? "" : done : percent + " %" + GAP + NLS.bind(Messages.TransferWords_of, done, new ByteSize(item.total()).display()); //$NON-NLS-1$ //$NON-NLS-2$
		return item.message().isBlank() ? words : words.isEmpty() ? item.message() : words + GAP + item.message();
	}

	/** The row names the file already. */
	private static String withoutPlace(Item item, String message) {
		return Stream.of(item.from(), item.to()).map(place -> place + ": ").filter(message::startsWith).findFirst() //$NON-NLS-1$
				.map(place -> message.substring(place.length())).orElse(message);
	}

	/** {@code 84.2 MB/s}; empty where it does not run. */
	static String rate(Item item) {
		return item.state() == State.RUNNING && item.rate() > 0 ? NLS.bind(Messages.TransferWords_rate, String.format("%.1f", item.rate() / MEGA)) : ""; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** How long it takes still; empty where nobody knows. */
	static Optional<Duration> left(Item item) {
		return item.state() == State.RUNNING && item.rate() > 0 && item.total() > 0
				? Optional.of(Duration.ofSeconds((long) Math.ceil((item.total() - item.bytes()) / item.rate())))
				: Optional.empty();
	}

	/** {@code 0:12} or {@code 1:02:03}. */
	static String clock(Duration time) {
		return time.toHours() > 0 ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart()) //$NON-NLS-1$
				: String.format("%d:%02d", time.toMinutes(), time.toSecondsPart()); //$NON-NLS-1$
	}
}
