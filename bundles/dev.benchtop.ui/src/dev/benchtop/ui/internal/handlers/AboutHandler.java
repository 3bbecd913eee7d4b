package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import dev.benchtop.ui.Errors;

/** <i>About</i> */
public final class AboutHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new AboutDialog(Errors.shell()).open();
		return null;
	}
}
