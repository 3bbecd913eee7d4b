package dev.benchtop.ui.flash;

import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.ui.StatusItem;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** The running flash in the status line: how far, how fast, how long still. */
@Component
public final class FlashStatusItem implements StatusItem {

	private final FlashQueue queue;

	@Activate
	public FlashStatusItem(@Reference FlashQueue queue) {
		this.queue = queue;
	}

	@Override
	public Optional<Status> status() {
		final var active = queue.active();
		final var running = active.stream().filter(task -> task.stage() == Stage.RUNNING).findFirst();
		return running.map(task -> {
			final int percent = task.current().map(PhaseProgress::percent).orElse(-1);
			final var words = new StringBuilder(FlashWords.title(task.order()));
			if (percent >= 0) {
				words.append(' ').append(percent).append(" %"); //$NON-NLS-1$
			}
			words.append(' ').append(FlashWords.rate(task.rate()));
			task.left().ifPresent(left -> words.append(' ').append(FlashWords.clock(left)));
			final String text = active.size() > 1 ? NLS.bind(Messages.FlashStatusItem_many, active.size(), words) : words.toString();
			return new Status(text, Messages.FlashStatusItem_tooltip, percent, FlashStatusItem::showQueue);
		});
	}

	static void showQueue() {
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(FlashQueueView.ID);
		} catch (PartInitException e) {
			ILog.of(FlashStatusItem.class).error(e.getMessage(), e);
		}
	}
}
