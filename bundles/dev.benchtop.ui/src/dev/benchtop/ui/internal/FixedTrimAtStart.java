package dev.benchtop.ui.internal;

import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.workbench.IPresentationEngine;

/** As {@link FixedTrim}, for what is in the window from the start. */
public final class FixedTrimAtStart {

	@Execute
	void fix(MApplication application) {
		application.getChildren().stream().filter(MTrimmedWindow.class::isInstance).map(MTrimmedWindow.class::cast)
				.flatMap(window -> window.getTrimBars().stream()).flatMap(bar -> bar.getChildren().stream())
				.forEach(element -> {
					element.getTags().remove(IPresentationEngine.DRAGGABLE);
					element.getTags().add(IPresentationEngine.NO_MOVE);
				});
	}
}
