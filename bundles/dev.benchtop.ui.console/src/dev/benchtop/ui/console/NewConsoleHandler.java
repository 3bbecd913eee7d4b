package dev.benchtop.ui.console;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;

/** Asks which port, and opens its console. */
public final class NewConsoleHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new NewConsoleDialog(Errors.shell(), PlatformUI.getWorkbench().getService(BenchSession.class)).open();
		return null;
	}
}
