package dev.benchtop.ui.flash;

import java.util.List;

import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.ui.CapabilityHandler;
import dev.benchtop.ui.Errors;

/** Opens the dump dialog on what is selected. */
public final class DumpHandler extends CapabilityHandler {

	public DumpHandler() {
		super(Flasher.class, Messages.DumpHandler_tooltip, Messages.DumpHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		new DumpDialog(Errors.shell(), PlatformUI.getWorkbench().getService(FlashRoom.class), nodes.getFirst(), false).open();
	}
}
