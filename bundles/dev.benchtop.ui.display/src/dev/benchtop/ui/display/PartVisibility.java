package dev.benchtop.ui.display;

import java.util.function.Consumer;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.workbench.modeling.IPartListener;

/** Hears whether a tab is to be seen, or is behind another. */
final class PartVisibility implements IPartListener {

	private final MPart part;
	private final Consumer<Boolean> seen;

	PartVisibility(MPart part, Consumer<Boolean> seen) {
		this.part = part;
		this.seen = seen;
	}

	@Override
	public void partVisible(MPart visible) {
		tell(visible, true);
	}

	@Override
	public void partHidden(MPart hidden) {
		tell(hidden, false);
	}

	@Override
	public void partActivated(MPart activated) {
		// a tab that is seen is not always the active one
	}

	@Override
	public void partBroughtToTop(MPart brought) {
		// partVisible tells it
	}

	@Override
	public void partDeactivated(MPart deactivated) {
		// it may still be seen
	}

	private void tell(MPart which, boolean visible) {
		if (which == part) {
			seen.accept(visible);
		}
	}
}
