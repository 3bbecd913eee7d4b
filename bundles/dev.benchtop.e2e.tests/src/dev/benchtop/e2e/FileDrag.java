package dev.benchtop.e2e;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/** Drags files with the mouse, as from a file manager. */
final class FileDrag {

	private static final int STEPS = 12;
	private static final int PULL = 8;
	private static final int PATIENCE_MILLIS = 3000;

	private final Shell source;
	private final CountDownLatch begun = new CountDownLatch(1);
	private final CountDownLatch finished = new CountDownLatch(1);

	private FileDrag(Path file) {
		source = source(file);
	}

	/** Drags a file from a small window to a place of the screen, which is looked up on the UI thread. */
	static void drop(Path file, Callable<Point> place) throws Exception {
		final FileDrag drag = Ui.call(() -> new FileDrag(file));
		try {
			final Point from = Ui.call(() -> middle(drag.source, drag.source.getClientArea()));
			final Point to = Ui.call(place);
			Waits.until("the drag", Ui.SOON, () -> drag.begin(from));
			Ui.run(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell()::forceActive); // what the drop opens must not belong to the source, which goes
			for (int step = 1; step <= STEPS; step++) {
				mouse("mousemove", from.x + (to.x - from.x) * step / STEPS, from.y + (to.y - from.y) * step / STEPS, "sleep", 0.04);
			}
			mouse("mousemove", to.x + 2, to.y, "sleep", 0.2, "mouseup", 1);
			Waits.until("the end of the drag", Ui.SOON, () -> drag.finished.getCount() == 0);
		} finally {
			Ui.post(drag.source::dispose);
		}
	}

	/** Presses and pulls in one go, and looks whether that became a drag: SWT takes a press for none that nothing follows within half a second. */
	private boolean begin(Point from) throws Exception {
		mouse("mouseup", 1, "mousemove", from.x, from.y, "sleep", 0.2, "mousedown", 1, "sleep", 0.02, "mousemove", from.x - PULL, from.y, "sleep", 0.02,
				"mousemove", from.x - 2 * PULL, from.y, "sleep", 0.02, "mousemove", from.x - 3 * PULL, from.y);
		return begun.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** The middle of an area of a control, on the screen. */
	static Point middle(Control control, Rectangle area) {
		return control.toDisplay(area.x + area.width / 2, area.y + area.height / 2);
	}

	private Shell source(Path file) {
		final var shell = new Shell(Ui.display(), SWT.ON_TOP | SWT.NO_TRIM);
		final var screen = Ui.display().getPrimaryMonitor().getClientArea();
		shell.setBounds(screen.x + screen.width - 140, screen.y + screen.height - 90, 120, 60);
		shell.setLayout(new FillLayout());
		final var label = new Label(shell, SWT.CENTER);
		label.setText(file.getFileName().toString());
		final var drag = new DragSource(label, DND.DROP_COPY);
		drag.setTransfer(FileTransfer.getInstance());
		drag.addDragListener(new DragSourceAdapter() {
			@Override
			public void dragStart(DragSourceEvent event) {
				begun.countDown();
			}

			@Override
			public void dragSetData(DragSourceEvent event) {
				event.data = new String[] {file.toString()};
			}

			@Override
			public void dragFinished(DragSourceEvent event) {
				finished.countDown();
			}
		});
		shell.open();
		return shell;
	}

	private static void mouse(Object... words) throws Exception {
		Tools.run(Stream.concat(Stream.of("xdotool"), Stream.of(words).map(Object::toString)).toList());
	}
}
