package dev.benchtop.ui.internal.power;

import java.util.List;
import java.util.Optional;

import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;
import dev.benchtop.ui.CapabilityHandler;
import dev.benchtop.ui.Errors;

/** <i>Power readings</i>: opens their view. */
public final class ReadingsHandler extends CapabilityHandler {

	public ReadingsHandler() {
		super(Power.class, Messages.ReadingsHandler_tooltip, Messages.ReadingsHandler_noMeter);
	}

	@Override
	protected Optional<String> whyNot(List<Node> nodes) {
		return ReadingsView.metered(nodes).isEmpty() ? Optional.of(Messages.ReadingsHandler_noMeter) : Optional.empty();
	}

	@Override
	protected void run(List<Node> nodes) {
		final var selected = session().selection();
		try {
			PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ReadingsView.ID);
			if (ReadingsView.metered(selected).isEmpty()) {
				session().select(nodes);
			}
		} catch (PartInitException e) {
			Errors.show(BenchException.failed(Messages.ReadingsHandler_failed).why(e).build());
		}
	}
}
