package dev.benchtop.ui.internal;

import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.workbench.IPresentationEngine;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/** Keeps toolbar and status line where they are: no handles to drag them by. */
@Component(property = "event.topics=org/eclipse/e4/ui/model/ui/ElementContainer/children/*")
public final class FixedTrim implements EventHandler {

	@Override
	public void handleEvent(Event event) {
		if (UIEvents.isADD(event) && event.getProperty(UIEvents.EventTags.ELEMENT) instanceof MTrimBar) {
			for (final Object added : UIEvents.asIterable(event, UIEvents.EventTags.NEW_VALUE)) {
				if (added instanceof MUIElement element) {
					element.getTags().add(IPresentationEngine.NO_MOVE);
				}
			}
		}
	}
}
