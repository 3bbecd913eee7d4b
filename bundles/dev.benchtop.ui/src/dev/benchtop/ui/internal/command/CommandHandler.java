package dev.benchtop.ui.internal.command;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.CommandLine;
import dev.benchtop.ui.CapabilityHandler;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;

/** <i>Command Line</i>: shows with what a virtual board is started. */
public final class CommandHandler extends CapabilityHandler {

	public CommandHandler() {
		super(CommandLine.class, Messages.CommandHandler_tooltip, Messages.CommandHandler_missing);
	}

	@Override
	protected void run(List<Node> nodes) {
		final Node node = nodes.getFirst();
		final String board = node.board().name();
		final Display display = PlatformUI.getWorkbench().getDisplay();
		Work.start(NLS.bind(Messages.CommandHandler_getting, board), _ -> {
			final var command = node.use(CommandLine.class);
			final var line = command.commandLine();
			final String script = command.script();
			display.asyncExec(() -> new CommandDialog(Errors.shell(), board, line, script).open());
		});
	}
}
