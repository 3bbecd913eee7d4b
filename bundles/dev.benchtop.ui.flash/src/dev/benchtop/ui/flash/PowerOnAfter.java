package dev.benchtop.ui.flash;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import dev.benchtop.core.bench.Board;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.NodeAction;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.flash.FlashTask.Flash;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** Switches a board on and opens its console when the flash that asked for it has succeeded. */
@Component(service = PowerOnAfter.class, immediate = true)
public final class PowerOnAfter {

	private final Runnable unsubscribe;
	private final FlashRoom room;
	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	private volatile List<NodeAction> actions = List.of();

	@Activate
	public PowerOnAfter(@Reference FlashRoom room) {
		this.room = room;
		unsubscribe = room.queue().onChange(this::changed);
	}

	@Deactivate
	void deactivate() {
		unsubscribe.run();
	}

	private void changed(FlashTask task) {
		if (task.stage() == Stage.ENDED && task.succeeded() && task.order() instanceof Flash flash && flash.thenOn()) {
			final Board board = flash.flasher().board();
			room.display().asyncExec(() -> openConsole(board));
			Work.start(NLS.bind(Messages.PowerOnAfter_title, board.name()),
					progress -> board.find("", Power.class).use(Power.class).on(progress.token())); //$NON-NLS-1$
		}
	}

	private void openConsole(Board board) {
		board.allNodes().stream().filter(node -> node.ref().isEmpty() && node.offers(Console.class)).findFirst()
				.ifPresent(console -> actions.stream().filter(action -> action.handles(console)).findFirst().ifPresent(action -> action.run(console)));
	}
}
