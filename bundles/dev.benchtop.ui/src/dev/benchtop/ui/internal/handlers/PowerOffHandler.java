package dev.benchtop.ui.internal.handlers;

/** <i>Power off</i> */
public final class PowerOffHandler extends PowerHandler {

	public PowerOffHandler() {
		super("off", Messages.PowerHandler_off); //$NON-NLS-1$
	}
}
