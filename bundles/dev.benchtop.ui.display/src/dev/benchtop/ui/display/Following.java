package dev.benchtop.ui.display;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;

import dev.benchtop.core.rfb.RfbClient;

/** Asks the board for a screen of just the size that there is room for, once that size has been the same for a moment. On the UI thread. */
final class Following {

	private static final int SETTLED_MILLIS = 300;
	private static final int LEAST = 64;

	private final ScreenCanvas screen;
	private final Supplier<Optional<RfbClient>> client;
	private final Runnable ask = this::ask;
	private boolean on;
	private Point asked;

	Following(ScreenCanvas screen, Supplier<Optional<RfbClient>> client, boolean on) {
		this.screen = screen;
		this.client = client;
		this.on = on;
		screen.addListener(SWT.Resize, _ -> again());
	}

	void on(boolean follow) {
		on = follow;
		renew();
	}

	/** Another screen may have another size, and other manners: what was asked before counts no more. */
	void renew() {
		asked = null;
		again();
	}

	private void again() {
		if (on && !screen.isDisposed()) {
			screen.getDisplay().timerExec(SETTLED_MILLIS, ask);
		}
	}

	private void ask() {
		if (!on || screen.isDisposed()) {
			return;
		}
		final Point room = screen.room();
		if (room.x >= LEAST && room.y >= LEAST && !room.equals(asked)) {
			client.get().filter(RfbClient::takesSize).ifPresent(taker -> {
				asked = room;
				taker.size(room.x, room.y);
			});
		}
	}
}
