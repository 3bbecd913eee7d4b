package dev.benchtop.ui.flash;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.image.Imaging;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** What everything that flashes in the window works with. */
@Component(service = FlashRoom.class)
public final class FlashRoom {

	@Reference
	private FlashQueue queue;
	@Reference
	private Imaging imaging;
	@Reference
	private BenchSession session;
	@Reference
	private Locations locations;

	FlashQueue queue() {
		return queue;
	}

	Imaging imaging() {
		return imaging;
	}

	BenchSession session() {
		return session;
	}

	Display display() {
		return PlatformUI.getWorkbench().getDisplay();
	}

	/** The image that a text names: a storage path, a URL or a file. Off the UI thread. */
	Path image(String text) throws BenchException {
		return locations.locate(text, session.bench(), Path.of("").toAbsolutePath()).path(); //$NON-NLS-1$
	}

	/** Opens the wizard with what is known filled in, and follows the task that it starts. On the UI thread. */
	void flash(FlashSettings settings) {
		new FlashWizardDialog(Errors.shell(), new FlashWizard(this, settings)).open();
	}

	/** Starts a task and follows it in a window of its own. On the UI thread. */
	void start(FlashTask.Order order) {
		follow(queue.add(order));
	}

	/** Starts several tasks; a single one is followed in a window of its own, several in the queue. On the UI thread. */
	void start(List<? extends FlashTask.Order> orders) {
		if (orders.size() == 1) {
			start(orders.getFirst());
		} else {
			orders.forEach(queue::add);
			FlashStatusItem.showQueue();
		}
	}

	/** Follows a task in a window of its own. On the UI thread. */
	void follow(FlashTask task) {
		new FlashWindow(Errors.shell(), this, task).open();
	}

	/** Cancels the flash of the other process that has the board of a task, and does the task again. On the UI thread. */
	void takeOver(FlashTask task) {
		final var board = task.order().flasher().board();
		Work.start(NLS.bind(Messages.FlashRoom_takingOver, board.name()), _ -> {
			queue.flashing().takeOver(board);
			display().asyncExec(() -> start(FlashQueue.alone(task.order())));
		});
	}
}
