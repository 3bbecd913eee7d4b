package dev.benchtop.ui.flash;

import java.util.List;

import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.ui.CapabilityHandler;

/** Opens the flashing wizard on what is selected. */
public final class FlashHandler extends CapabilityHandler {

	public FlashHandler() {
		super(Flasher.class, Messages.FlashHandler_tooltip, Messages.FlashHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		PlatformUI.getWorkbench().getService(FlashRoom.class).flash(FlashActions.on(nodes.getFirst()));
	}
}
