package dev.benchtop.ui.internal.handlers;

/** <i>Power on</i> */
public final class PowerOnHandler extends PowerHandler {

	public PowerOnHandler() {
		super("on", Messages.PowerHandler_on); //$NON-NLS-1$
	}
}
