package dev.benchtop.ui.display;

import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.Rect;
import dev.benchtop.core.rfb.RemoteCursor;
import dev.benchtop.core.rfb.RfbListener;

/** Hears a display for a tab. */
final class DisplayEar implements RfbListener {

	/** What is told to the tab itself, on the thread of the connection. */
	interface Tab {

		/** There is a screen, or another one. */
		void appeared(Framebuffer screen);

		void named(String name);

		void capsLock(boolean on);

		/** The display lets its size be asked for. */
		void resizable();

		/** It does not take the one that it was asked for. */
		void sizeRefused();
	}

	private final Display display;
	private final ScreenCanvas canvas;
	private final Painter painter;
	private final Pointer pointer;
	private final Tab tab;

	DisplayEar(Display display, ScreenCanvas canvas, Painter painter, Pointer pointer, Tab tab) {
		this.display = display;
		this.canvas = canvas;
		this.painter = painter;
		this.pointer = pointer;
		this.tab = tab;
	}

	@Override
	public void screen(Framebuffer screen) {
		painter.screen(screen);
		tab.appeared(screen);
	}

	@Override
	public void changed(Rect part) {
		painter.changed(part);
	}

	@Override
	public void cursor(RemoteCursor cursor) {
		onUi(() -> canvas.pointer(cursor));
	}

	@Override
	public void bell() {
		onUi(display::beep);
	}

	/** Only whoever works on the board wants its clipboard in place of the own. */
	@Override
	public void cutText(String text) {
		onUi(() -> {
			if (canvas.canvas().isFocusControl()) {
				DesktopClipboard.text(display, text);
			}
		});
	}

	@Override
	public void name(String name) {
		tab.named(name);
	}

	@Override
	public void leds(boolean scroll, boolean num, boolean caps) {
		tab.capsLock(caps);
	}

	@Override
	public void resizable() {
		tab.resizable();
	}

	@Override
	public void sizeRefused() {
		tab.sizeRefused();
	}

	@Override
	public void pointer(boolean absolute) {
		pointer.absolute(absolute);
	}

	private void onUi(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!canvas.isDisposed()) {
					action.run();
				}
			});
		}
	}
}
