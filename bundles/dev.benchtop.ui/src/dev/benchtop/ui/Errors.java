package dev.benchtop.ui;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.core.BenchException;

/** Shows an error to the user, once: what, where, why and what to do next. */
public final class Errors {

	private Errors() {
	}

	/** Logs the error and shows it on the window as soon as the UI thread gets to it; a cancellation is no error. From any thread. */
	public static void show(BenchException error) {
		if (error.isCancelled()) {
			return;
		}
		ILog.of(Errors.class).error(error.getMessage(), error);
		if (PlatformUI.isWorkbenchRunning()) {
			final var display = PlatformUI.getWorkbench().getDisplay();
			display.asyncExec(() -> new ErrorDialog(shell(), error).open());
		}
	}

	/** The shell that a dialog belongs on: the active one, else the window's. On the UI thread. */
	public static Shell shell() {
		final var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		final var active = PlatformUI.getWorkbench().getDisplay().getActiveShell();
		return active != null && (active.getStyle() & org.eclipse.swt.SWT.TOOL) == 0 || window == null ? active : window.getShell();
	}
}
