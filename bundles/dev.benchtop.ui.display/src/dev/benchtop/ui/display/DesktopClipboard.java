package dev.benchtop.ui.display;

import java.util.Optional;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** The text of the desktop's clipboard. On the UI thread. */
final class DesktopClipboard {

	private DesktopClipboard() {
	}

	static Optional<String> text(Display display) {
		final var clipboard = new Clipboard(display);
		try {
			return clipboard.getContents(TextTransfer.getInstance()) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
		} finally {
			clipboard.dispose();
		}
	}

	static void text(Display display, String text) {
		if (text.isEmpty()) {
			return;
		}
		final var clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
		} finally {
			clipboard.dispose();
		}
	}
}
