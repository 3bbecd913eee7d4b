package dev.benchtop.ui.storage;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.State;
import dev.benchtop.ui.StatusItem;

/** The running transfers in the status line: how far, how fast, how long still. */
@Component
public final class TransferStatusItem implements StatusItem {

	private final StorageRoom room;

	@Activate
	public TransferStatusItem(@Reference StorageRoom room) {
		this.room = room;
	}

	@Override
	public Optional<Status> status() {
		room.transfers().follow();
		final var active = room.transfers().active();
		return active.stream().filter(item -> item.state() == State.RUNNING).findFirst().map(item -> {
			final String one = words(item);
			final String text = active.size() > 1 ? NLS.bind(Messages.TransferStatus_many, active.size(), one) : one;
			return new Status(text, Messages.TransferStatus_tooltip, TransferWords.percent(item), () -> Views.show(TransfersView.ID));
		});
	}

	private static String words(Item item) {
		final var words = new StringBuilder(TransferWords.state(item)).append(' ').append(TransferWords.name(item));
		final int percent = TransferWords.percent(item);
		if (percent >= 0) {
			words.append(' ').append(percent).append(" %"); //$NON-NLS-1$
		}
		final String rate = TransferWords.rate(item);
		if (!rate.isEmpty()) {
			words.append(' ').append(rate);
		}
		TransferWords.left(item).ifPresent(left -> words.append(' ').append(TransferWords.clock(left)));
		return words.toString();
	}
}
