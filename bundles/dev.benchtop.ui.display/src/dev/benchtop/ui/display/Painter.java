package dev.benchtop.ui.display;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.Rect;

/**
 * Brings what changed on a screen to the UI thread as small images, at most 60 times a second. They are made on a thread of its own;
 * while the window has not painted the last ones, changes gather.
 */
final class Painter implements AutoCloseable {

	/** New pixels of one place. */
	record Patch(Rect place, Image image) {
	}

	/** Takes what is new, on the UI thread. */
	interface Surface {

		/** Draws and disposes the images, whose order does not matter. */
		void draw(Framebuffer screen, List<Patch> patches);
	}

	private static final long SHORTEST = 1000 / 60;
	private static final PaletteData COLOURS = new PaletteData(0xFF00, 0xFF0000, 0xFF000000);

	private final Display display;
	private final Surface surface;
	private final Damage damage = new Damage();
	private final Semaphore painted = new Semaphore(0);
	private final Thread thread;
	private volatile Framebuffer screen;
	private volatile boolean closed;

	Painter(Display display, Surface surface) {
		this.display = display;
		this.surface = surface;
		thread = Thread.ofPlatform().daemon().name("display painter").start(this::run); //$NON-NLS-1$
	}

	/** Another screen; all of it is painted once it has changed. From any thread. */
	void screen(Framebuffer next) {
		damage.clear();
		screen = next;
		damage.add(next.bounds());
	}

	/** A part of the screen changed. From any thread. */
	void changed(Rect part) {
		damage.add(part);
	}

	@Override
	public void close() {
		closed = true;
		thread.interrupt();
	}

	private void run() {
		try {
			while (!closed) {
				final var parts = damage.take();
				final long begin = System.nanoTime();
				paint(screen, parts);
				final long took = (System.nanoTime() - begin) / 1_000_000;
				if (took < SHORTEST) {
					Thread.sleep(SHORTEST - took);
				}
			}
		} catch (InterruptedException _) {
			closed = true;
		}
	}

	private void paint(Framebuffer source, List<Rect> parts) throws InterruptedException {
		final List<Patch> patches = new ArrayList<>();
		for (final var part : parts) {
			final Rect place = part.intersection(source.bounds());
			if (!place.isEmpty()) {
				patches.add(new Patch(place, image(display, source, place)));
			}
		}
		if (display.isDisposed()) {
			patches.forEach(patch -> patch.image().dispose());
			closed = true;
			return;
		}
		display.asyncExec(() -> {
			try {
				surface.draw(source, patches);
			} finally {
				painted.release();
			}
		});
		painted.acquire();
	}

	/** An image of which every pixel is one of the screen, whatever the zoom of the monitor is. */
	private static Image image(Device device, Framebuffer source, Rect place) {
		final var bytes = new byte[place.width() * place.height() * Integer.BYTES];
		source.read(place, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer());
		final var data = new ImageData(place.width(), place.height(), 32, COLOURS, 4, bytes);
		return new Image(device, (int _) -> data);
	}
}
