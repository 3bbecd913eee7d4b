package dev.benchtop.ui.console;

import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

import dev.benchtop.core.spi.Finder;
import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;

/** Asks which port, and opens its console. */
public final class NewConsoleHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		new NewConsoleDialog(Errors.shell(), PlatformUI.getWorkbench().getService(BenchSession.class), NewConsoleHandler::finders).open();
		return null;
	}

	/** Who finds ports. */
	private static List<Finder> finders() {
		final var context = FrameworkUtil.getBundle(NewConsoleHandler.class).getBundleContext();
		try {
			return context.getServiceReferences(Finder.class, null).stream().map(context::getService).filter(finder -> finder != null && finder.kind().equals("port")).toList(); //$NON-NLS-1$
		} catch (InvalidSyntaxException e) {
			throw new IllegalStateException(e);
		}
	}
}
