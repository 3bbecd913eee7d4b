package dev.benchtop.ui.internal.handlers;

/** <i>Power cycle</i> */
public final class PowerCycleHandler extends PowerHandler {

	public PowerCycleHandler() {
		super("cycle", Messages.PowerHandler_cycle); //$NON-NLS-1$
	}
}
