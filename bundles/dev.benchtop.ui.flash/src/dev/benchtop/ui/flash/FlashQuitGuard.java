package dev.benchtop.ui.flash;

import java.util.stream.Collectors;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.ui.QuitGuard;

/** Asks before the window closes on a flash that goes on. */
@Component
public final class FlashQuitGuard implements QuitGuard {

	private static final int CANCEL_AND_CLOSE = 1;

	private final FlashQueue queue;

	@Activate
	public FlashQuitGuard(@Reference FlashQueue queue) {
		this.queue = queue;
	}

	@Override
	public boolean mayQuit(Shell window) {
		final var active = queue.active();
		if (active.isEmpty()) {
			return true;
		}
		final String what = active.stream().map(task -> FlashWords.title(task.order())).collect(Collectors.joining(", ")); //$NON-NLS-1$
		final int choice = MessageDialog.open(MessageDialog.QUESTION, window, Messages.FlashQuitGuard_title, NLS.bind(Messages.FlashQuitGuard_message, what),
				SWT.NONE, Messages.FlashQuitGuard_stay, Messages.FlashQuitGuard_quit);
		if (choice != CANCEL_AND_CLOSE) {
			return false;
		}
		active.forEach(task -> task.token().cancel());
		return true;
	}
}
