package dev.benchtop.ui.console.log;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Puts what is selected in a log on the clipboard. */
final class LogCopy {

	private LogCopy() {
	}

	/** With the times before the lines, where that is wanted; soon, as there may be much of it. */
	static void start(LogReader reader, LogSelection selection, LogStyle style, boolean withTimes, Display display) {
		if (!selection.empty()) {
			reader.soon(text -> {
				final String words = withTimes ? selection.text(text, line -> style.time(text, line) + ' ') : selection.text(text, _ -> ""); //$NON-NLS-1$
				if (!words.isEmpty() && !display.isDisposed()) {
					display.asyncExec(() -> put(words, display));
				}
			});
		}
	}

	private static void put(String words, Display display) {
		final var clipboard = new Clipboard(display);
		clipboard.setContents(new Object[] {words}, new Transfer[] {TextTransfer.getInstance()});
		clipboard.dispose();
	}
}
