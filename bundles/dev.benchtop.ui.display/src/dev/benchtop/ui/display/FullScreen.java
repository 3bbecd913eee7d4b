package dev.benchtop.ui.display;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FormAttachment;
import org.eclipse.swt.layout.FormData;
import org.eclipse.swt.layout.FormLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Shows a screen on all of the monitor. How to leave it is said for a while, and whenever the pointer is at the upper edge. */
final class FullScreen {

	private static final int HINT_MILLIS = 4000;
	private static final int EDGE = 2;

	private final ScreenCanvas screen;
	private final Composite home;
	private final Runnable left;
	private final Shell shell;
	private final Composite hint;
	private final Runnable hide = this::hideHint;
	private final Listener atEdge = this::moved;

	/**
	 * Moves the screen away from its place until {@link #leave}.
	 *
	 * @param left called once the screen is back
	 */
	FullScreen(ScreenCanvas screen, String title, Runnable left) {
		this.screen = screen;
		this.home = screen.getParent();
		this.left = left;
		shell = new Shell(screen.getDisplay(), SWT.NO_TRIM);
		shell.setText(title);
		shell.setLayout(new FormLayout());
		shell.setBackground(shell.getDisplay().getSystemColor(SWT.COLOR_BLACK));
		shell.setBounds(screen.getMonitor().getBounds());
		hint = hint();
		screen.setParent(shell);
		screen.setLayoutData(everywhere());
		hint.moveAbove(screen);
		shell.addListener(SWT.Close, event -> {
			event.doit = false;
			leave();
		});
		screen.canvas().addListener(SWT.MouseMove, atEdge);
		shell.open();
		shell.setFullScreen(true);
		screen.canvas().setFocus();
		showHint();
	}

	boolean isOpen() {
		return !shell.isDisposed();
	}

	/** Brings the screen back to its place. */
	void leave() {
		if (!isOpen()) {
			return;
		}
		if (!screen.isDisposed() && !home.isDisposed()) {
			screen.canvas().removeListener(SWT.MouseMove, atEdge);
			screen.setLayoutData(null);
			screen.setParent(home);
		}
		shell.dispose();
		left.run();
	}

	private Composite hint() {
		final var box = new Composite(shell, SWT.BORDER);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(10, 6).applyTo(box);
		new Label(box, SWT.NONE).setText(Messages.FullScreen_hint);
		final var button = new Button(box, SWT.PUSH);
		button.setText(Messages.FullScreen_leave);
		button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> leave()));
		final var place = new FormData();
		place.top = new FormAttachment(0);
		place.left = new FormAttachment(50, -box.computeSize(SWT.DEFAULT, SWT.DEFAULT).x / 2);
		box.setLayoutData(place);
		return box;
	}

	private static FormData everywhere() {
		final var data = new FormData();
		data.left = new FormAttachment(0);
		data.top = new FormAttachment(0);
		data.right = new FormAttachment(100);
		data.bottom = new FormAttachment(100);
		return data;
	}

	private void moved(Event event) {
		if (event.y <= EDGE) {
			showHint();
		}
	}

	private void showHint() {
		hint.setVisible(true);
		hint.moveAbove(screen);
		shell.getDisplay().timerExec(HINT_MILLIS, hide);
	}

	private void hideHint() {
		if (isOpen()) {
			hint.setVisible(false);
		}
	}
}
