package dev.benchtop.ui.console.terminal;

import java.lang.reflect.Method;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.SWT;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;

/** Keeps the end of a terminal in sight when it becomes smaller; the widget itself waits for the next line that is said. */
final class EndKeeper {

	private EndKeeper() {
	}

	/** Where the widget does not allow that, it goes on as it does. */
	static void install(TextCanvas canvas) {
		try {
			final Method end = TextCanvas.class.getDeclaredMethod("scrollToEnd"); //$NON-NLS-1$
			end.setAccessible(true);
			canvas.addListener(SWT.Resize, _ -> canvas.getDisplay().asyncExec(() -> keep(canvas, end)));
		} catch (ReflectiveOperationException | IllegalArgumentException e) {
			ILog.of(EndKeeper.class).warn(e.getMessage(), e);
		}
	}

	/** All is painted anew, as what is scrolled just after it became smaller may have a row that was not painted yet. */
	private static void keep(TextCanvas canvas, Method end) {
		try {
			if (!canvas.isDisposed()) {
				end.invoke(canvas);
				canvas.redraw();
			}
		} catch (ReflectiveOperationException e) {
			ILog.of(EndKeeper.class).warn(e.getMessage(), e);
		}
	}
}
