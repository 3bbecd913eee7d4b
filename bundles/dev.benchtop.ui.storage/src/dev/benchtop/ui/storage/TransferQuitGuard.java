package dev.benchtop.ui.storage;

import org.eclipse.jface.dialogs.MessageDialogWithToggle;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.storage.TransferQueue.State;
import dev.benchtop.ui.QuitGuard;

/** Says that transfers go on at the next start; nothing of them is lost, so it asks for nothing and can be told not to say so again. */
@Component
public final class TransferQuitGuard implements QuitGuard {

	private final StorageRoom room;

	@Activate
	public TransferQuitGuard(@Reference StorageRoom room) {
		this.room = room;
	}

	@Override
	public boolean mayQuit(Shell window) {
		final long running = room.transfers().items().stream().filter(item -> item.state() == State.RUNNING || item.state() == State.QUEUED).count();
		if (running > 0 && !Settings.quietOnQuit()) {
			final var dialog = MessageDialogWithToggle.openInformation(window, Messages.TransferQuit_title,
					running == 1 ? Messages.TransferQuit_one : NLS.bind(Messages.TransferQuit_many, running), Messages.TransferQuit_toggle, false, null, null);
			Settings.quietOnQuit(dialog.getToggleState());
		}
		return true;
	}
}
