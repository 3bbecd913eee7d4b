package dev.benchtop.ui.internal.snapshots;

import java.util.List;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Snapshots;
import dev.benchtop.ui.CapabilityHandler;

/** <i>Snapshots</i>: opens their view. */
public final class SnapshotsHandler extends CapabilityHandler {

	public SnapshotsHandler() {
		super(Snapshots.class, Messages.SnapshotsHandler_tooltip, Messages.SnapshotsHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		OpenSnapshots.open();
	}
}
