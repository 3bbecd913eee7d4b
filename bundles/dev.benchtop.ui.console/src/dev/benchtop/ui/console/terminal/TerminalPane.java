package dev.benchtop.ui.console.terminal;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.tm.internal.terminal.control.ITerminalListener3;
import org.eclipse.tm.internal.terminal.control.ITerminalViewControl;
import org.eclipse.tm.internal.terminal.control.TerminalViewControlFactory;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalConnector;
import org.eclipse.tm.internal.terminal.provisional.api.ITerminalControl;
import org.eclipse.tm.internal.terminal.provisional.api.TerminalState;
import org.eclipse.tm.internal.terminal.textcanvas.TextCanvas;

/** A VT100 terminal in a composite: shows the bytes it is fed and says what the person types. */
public final class TerminalPane {

	/** Hears how large the terminal is. */
	@FunctionalInterface
	public interface Resized {

		/** So many characters are in a line, and so many lines on the screen, from now on. On any thread; returns at once. */
		void now(int columns, int rows);
	}

	private final ITerminalViewControl terminal;
	private final Feed feed;

	/**
	 * Makes the terminal; it lives until {@code parent} is disposed.
	 *
	 * @param parent a composite with a layout
	 * @param typed hears what the person types or pastes, on the UI thread
	 * @param answered hears what the terminal answers by itself to a query of the board, on another thread
	 * @param resized hears how large it is, at first and whenever that changes
	 */
	public TerminalPane(Composite parent, Consumer<byte[]> typed, Consumer<byte[]> answered, Resized resized) {
		final var connector = new PaneConnector(new KeyboardStream(parent.getDisplay(), typed, answered), resized);
		terminal = TerminalViewControlFactory.makeControl(new Deaf(), parent, new ITerminalConnector[0], true);
		terminal.setCharset(StandardCharsets.UTF_8);
		terminal.setConnector(connector);
		final var control = (ITerminalControl) terminal;
		control.setConnectOnEnterIfClosed(false);
		control.setVT100LineWrapping(true);
		if (terminal.getControl() instanceof TextCanvas canvas) {
			LineRenderer.install(canvas);
			EndKeeper.install(canvas);
		}
		feed = new Feed(control.getRemoteToTerminalOutputStream());
		terminal.getControl().addListener(SWT.MouseUp, event -> {
			if (event.button == 2) {
				pasteSelection();
			}
		});
		parent.addDisposeListener(_ -> {
			feed.close();
			terminal.disposeTerminal();
		});
		parent.getDisplay().asyncExec(() -> {
			if (!parent.isDisposed()) {
				terminal.connectTerminal();
			}
		});
	}

	/** Shows bytes; blocks while the terminal has more than it can take. Off the UI thread. */
	public void feed(byte[] bytes) {
		feed.put(ScreenBytes.of(bytes));
	}

	/** The control that gets the focus and the context menu. */
	public Control control() {
		return terminal.getControl();
	}

	public void setFocus() {
		terminal.setFocus();
	}

	public void copy() {
		terminal.copy();
	}

	public boolean hasSelection() {
		return !terminal.getSelection().isEmpty();
	}

	public void paste() {
		terminal.paste();
	}

	public void selectAll() {
		terminal.selectAll();
	}

	/** Empties screen and scroll-back. */
	public void clear() {
		terminal.clearTerminal();
	}

	public boolean scrollLock() {
		return terminal.isScrollLock();
	}

	public void scrollLock(boolean locked) {
		terminal.setScrollLock(locked);
	}

	private void pasteSelection() {
		final var clipboard = new Clipboard(terminal.getControl().getDisplay());
		try {
			if (clipboard.getContents(TextTransfer.getInstance(), DND.SELECTION_CLIPBOARD) instanceof String text) {
				terminal.pasteString(text);
			}
		} finally {
			clipboard.dispose();
		}
	}

	/** The widget wants a listener; title and state are the view's own affair. */
	private static final class Deaf implements ITerminalListener3 {
		@Override
		public void setState(TerminalState state) {
			// the pane is always connected; how the line stands is shown above it
		}

		@Override
		public void setTerminalSelectionChanged() {
			// copying asks for the selection when it is wanted
		}

		@Override
		@SuppressWarnings("removal")
		public void setTerminalTitle(String title) {
			// a board does not rename its tab
		}

		@Override
		public void setTerminalTitle(String title, TerminalTitleRequestor requestor) {
			// a board does not rename its tab
		}
	}
}
