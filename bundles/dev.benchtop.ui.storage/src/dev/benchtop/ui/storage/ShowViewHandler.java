package dev.benchtop.ui.storage;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Brings a view of this room to the front; its id is the command's without {@code .show}. */
public final class ShowViewHandler extends AbstractHandler {

	private static final String END = ".show"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) {
		final String command = event.getCommand().getId();
		Views.show(command.substring(0, command.length() - END.length()));
		return null;
	}
}
