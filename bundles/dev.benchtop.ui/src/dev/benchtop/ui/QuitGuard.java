package dev.benchtop.ui;

import org.eclipse.swt.widgets.Shell;

/** Is asked before the window closes. A room with work under way contributes it as an OSGi service. */
public interface QuitGuard {

	/** Whether the window may close; may ask the user in a dialog on {@code window}. On the UI thread. */
	boolean mayQuit(Shell window);
}
