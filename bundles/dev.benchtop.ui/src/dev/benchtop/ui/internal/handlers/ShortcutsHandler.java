package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

import dev.benchtop.ui.Errors;

/** <i>Keyboard shortcuts</i> */
public final class ShortcutsHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new ShortcutsDialog(Errors.shell()).open();
		return null;
	}
}
