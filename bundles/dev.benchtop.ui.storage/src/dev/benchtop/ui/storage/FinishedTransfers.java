package dev.benchtop.ui.storage;

import java.util.HashSet;
import java.util.Set;

import dev.benchtop.core.storage.TransferQueue.State;

/** Tells of transfers that have ended since they were last asked for. */
final class FinishedTransfers {

	private final Transfers transfers;
	private final Set<Long> known = new HashSet<>();

	FinishedTransfers(Transfers transfers) {
		this.transfers = transfers;
		transfers.items().stream().filter(item -> item.state() == State.DONE).forEach(item -> known.add(item.id()));
	}

	/** Whether one has ended that brought something into a folder, or took something from it. From any thread. */
	synchronized boolean into(Place folder) {
		boolean changed = false;
		for (final var item : transfers.items()) {
			if (item.state() == State.DONE && known.add(item.id())) {
				changed |= touches(folder, item.to()) || item.options().move() && touches(folder, item.from());
			}
		}
		return changed;
	}

	private static boolean touches(Place folder, String text) {
		return Place.parse(text).parent().filter(folder::equals).isPresent();
	}
}
