package dev.benchtop.ui.storage;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

import dev.benchtop.core.storage.TransferQueue;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.core.storage.TransferQueue.Shift;
import dev.benchtop.core.storage.TransferQueue.State;

/** All that can be done with transfers. */
final class TransferActions {

	private final Transfers transfers;
	private final TransferAction pause;
	private final TransferAction resume;
	private final TransferAction up;
	private final TransferAction down;
	private final TransferAction retry;
	private final TransferAction cancel;
	private final TransferAction remove;

	TransferActions(Transfers transfers) {
		this.transfers = transfers;
		pause = new TransferAction(Messages.TransferActions_pause, "pause", Messages.Keys_space, false, //$NON-NLS-1$
				item -> item.state() == State.RUNNING || item.state() == State.QUEUED, Messages.TransferActions_notActive, each(TransferQueue::pause));
		resume = new TransferAction(Messages.TransferActions_resume, "resume", Messages.Keys_space, false, item -> item.state() == State.PAUSED, //$NON-NLS-1$
				Messages.TransferActions_notPaused, each(TransferQueue::resume));
		up = new TransferAction(Messages.TransferActions_up, "move-up", Messages.Keys_up, true, item -> !item.state().ended(), //$NON-NLS-1$
				Messages.TransferActions_ended, each((queue, id) -> queue.shift(id, Shift.UP)));
		down = new TransferAction(Messages.TransferActions_down, "move-down", Messages.Keys_down, false, item -> !item.state().ended(), //$NON-NLS-1$
				Messages.TransferActions_ended, items -> each((queue, id) -> queue.shift(id, Shift.DOWN)).accept(items.reversed()));
		retry = new TransferAction(Messages.TransferActions_retry, "retry", "", true, //$NON-NLS-1$ //$NON-NLS-2$
				item -> item.state() == State.FAILED || item.state() == State.CANCELLED, Messages.TransferActions_notFailed, each(TransferQueue::retry));
		cancel = new TransferAction(Messages.TransferActions_cancel, "cancel", "", false, item -> !item.state().ended(), Messages.TransferActions_ended, //$NON-NLS-1$ //$NON-NLS-2$
				each(TransferQueue::cancel));
		remove = new TransferAction(Messages.TransferActions_remove, "remove", Messages.Keys_delete, true, item -> item.state().ended(), //$NON-NLS-1$
				Messages.TransferActions_notEnded, each(TransferQueue::remove));
	}

	/** In the order of menu and tool bar. */
	List<TransferAction> all() {
		return List.of(pause, resume, up, down, retry, cancel, remove);
	}

	/** Takes out what is done. */
	void clearFinished() {
		transfers.with(TransferQueue::clearFinished);
	}

	private interface One {
		void run(TransferQueue queue, long id);
	}

	private Consumer<List<Item>> each(One action) {
		return items -> items.forEach(item -> transfers.with(queue -> action.run(queue, item.id())));
	}

	/** What a key does; returns whether it does anything. */
	boolean key(Event event, List<Item> selected) {
		final int modifiers = event.stateMask & SWT.MODIFIER_MASK;
		if (modifiers == SWT.ALT) {
			return event.keyCode == SWT.ARROW_UP ? up.run(selected) : event.keyCode == SWT.ARROW_DOWN && down.run(selected);
		}
		return modifiers == 0 && switch (event.keyCode) {
			case ' ' -> resume.run(selected) || pause.run(selected);
			case SWT.DEL -> remove.run(selected);
			default -> false;
		};
	}
}
