package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** <i>Reset layout</i> */
public final class ResetLayoutHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		final var window = HandlerUtil.getActiveWorkbenchWindow(event);
		if (window != null && window.getActivePage() != null) {
			window.getActivePage().resetPerspective();
		}
		return null;
	}
}
