package dev.benchtop.ui.internal.handlers;

import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.Errors;

/** <i>Open bench…</i> */
public final class OpenBenchHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		final var session = PlatformUI.getWorkbench().getService(BenchSession.class);
		final var dialog = new DirectoryDialog(Errors.shell());
		dialog.setText(Messages.OpenBenchHandler_title);
		dialog.setMessage(Messages.OpenBenchHandler_message);
		session.bench().ifPresent(bench -> dialog.setFilterPath(bench.folder().toString()));
		final String folder = dialog.open();
		if (folder != null) {
			session.open(Path.of(folder));
		}
		return null;
	}
}
