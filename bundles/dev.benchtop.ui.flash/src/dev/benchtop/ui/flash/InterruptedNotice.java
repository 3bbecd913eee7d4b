package dev.benchtop.ui.flash;

import java.util.List;

import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventConstants;
import org.osgi.service.event.EventHandler;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.BenchEvent;
import dev.benchtop.core.bench.BenchEvent.BoardsChanged;
import dev.benchtop.core.bench.Desk;
import dev.benchtop.core.flash.JournalEntry;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/**
 * Says which flashes the last run did not live to end, and what their targets hold: those of a bench when it is opened, those of disks and
 * the like, which stand in no bench, when the window is.
 */
@Component(service = EventHandler.class, immediate = true, property = EventConstants.EVENT_TOPIC + '=' + UIEvents.UILifeCycle.APP_STARTUP_COMPLETE)
public final class InterruptedNotice implements EventHandler {

	private final FlashRoom room;
	private final Desk desk;
	private final Bench.Subscription subscription;
	private Bench seen;

	@Activate
	public InterruptedNotice(@Reference FlashRoom room, @Reference Desk desk) {
		this.room = room;
		this.desk = desk;
		subscription = room.session().subscribe(this::heard);
	}

	@Deactivate
	void deactivate() {
		subscription.close();
	}

	@Override
	public void handleEvent(Event startup) {
		Work.quietly(Messages.InterruptedNotice_title, _ -> tellSoon(room.queue().flashing().interrupted(desk)));
	}

	private void heard(BenchEvent event) {
		final Bench bench = room.session().bench().orElse(null);
		if (event instanceof BoardsChanged && bench != null && bench != seen) {
			seen = bench;
			tellSoon(room.queue().flashing().interrupted(bench));
		}
	}

	private void tellSoon(List<JournalEntry> interrupted) {
		if (!interrupted.isEmpty()) {
			room.display().asyncExec(() -> tell(interrupted));
		}
	}

	private void tell(List<JournalEntry> interrupted) {
		final var text = new StringBuilder(Messages.InterruptedNotice_message).append("\n\n"); //$NON-NLS-1$
		for (final var entry : interrupted) {
			final String place = entry.board() + ':' + entry.target();
			text.append(FlashWords.interrupted(entry)).append(". ") //$NON-NLS-1$
					.append(NLS.bind(entry.outcome() == Outcome.INCOMPLETE ? Messages.InterruptedNotice_incomplete : Messages.InterruptedNotice_unchanged, place))
					.append('\n');
		}
		MessageDialog.open(MessageDialog.WARNING, Errors.shell(), Messages.InterruptedNotice_title, text.toString(), SWT.NONE,
				Messages.InterruptedNotice_dismiss);
		Work.quietly(Messages.InterruptedNotice_title, _ -> {
			for (final var entry : interrupted) {
				room.queue().flashing().dismiss(entry);
			}
		});
	}
}
