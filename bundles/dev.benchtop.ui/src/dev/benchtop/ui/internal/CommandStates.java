package dev.benchtop.ui.internal;

import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;

/** Lets toolbar and menus ask again what is possible and why not, when something changed. */
final class CommandStates {

	private static final String OWN = "dev.benchtop."; //$NON-NLS-1$

	void update() {
		final var workbench = PlatformUI.getWorkbench();
		final var commands = workbench.getService(ICommandService.class);
		for (final Object id : commands.getDefinedCommandIds()) {
			if (id.toString().startsWith(OWN)) {
				commands.refreshElements(id.toString(), null);
			}
		}
		workbench.getService(IEventBroker.class).post(UIEvents.REQUEST_ENABLEMENT_UPDATE_TOPIC, UIEvents.ALL_ELEMENT_ID);
	}
}
