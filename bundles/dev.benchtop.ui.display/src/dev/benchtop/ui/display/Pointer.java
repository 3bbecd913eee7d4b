package dev.benchtop.ui.display;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

import dev.benchtop.core.rfb.RfbClient;

/** The pointer over a screen on its way to the board. */
final class Pointer {

	/** Said in place of a coordinate: no movement (QEMU Pointer Motion Change). */
	private static final int STILL = 0x7FFF;
	private static final int WHEEL_UP = 1 << 3;
	private static final int WHEEL_DOWN = 1 << 4;
	private static final int WHEEL_LEFT = 1 << 5;
	private static final int WHEEL_RIGHT = 1 << 6;

	private final ScreenCanvas screen;
	private final Supplier<Optional<RfbClient>> client;
	private int buttons;
	private Point last;
	private volatile boolean absolute = true;

	Pointer(ScreenCanvas screen, Supplier<Optional<RfbClient>> client) {
		this.screen = screen;
		this.client = client;
		final var canvas = screen.canvas();
		canvas.addListener(SWT.MouseMove, event -> tell(event, true));
		canvas.addListener(SWT.MouseDown, event -> {
			canvas.setFocus();
			press(event, true);
		});
		canvas.addListener(SWT.MouseUp, event -> press(event, false));
		canvas.addListener(SWT.MouseVerticalWheel, event -> wheel(event, event.count > 0 ? WHEEL_UP : WHEEL_DOWN));
		canvas.addListener(SWT.MouseHorizontalWheel, event -> wheel(event, event.count > 0 ? WHEEL_LEFT : WHEEL_RIGHT));
	}

	/** Whether the board takes places, and not movements. From any thread. */
	void absolute(boolean places) {
		absolute = places;
	}

	private void press(Event event, boolean down) {
		if (event.button >= 1 && event.button <= 3) {
			final int bit = 1 << event.button - 1;
			buttons = down ? buttons | bit : buttons & ~bit;
			tell(event, false);
		}
	}

	private void wheel(Event event, int bit) {
		event.doit = false;
		for (int i = 0; i < Math.clamp(Math.abs(event.count) / 3, 1, 5); i++) {
			buttons |= bit;
			tell(event, false);
			buttons &= ~bit;
			tell(event, false);
		}
	}

	private void tell(Event event, boolean move) {
		screen.zoom().ifPresent(zoom -> {
			final Point place = zoom.onScreen(event.x, event.y);
			final Point before = last == null ? place : last;
			last = place;
			client.get().ifPresent(to -> {
				if (!absolute) {
					to.pointer(STILL + place.x - before.x, STILL + place.y - before.y, buttons);
				} else if (move) {
					to.move(place.x, place.y, buttons);
				} else {
					to.pointer(place.x, place.y, buttons);
				}
			});
		});
	}
}
