package dev.benchtop.ui.display;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.rfb.RfbClient;

/** Types a text on the keyboard of a board, not faster than a controller of keyboards takes it. */
final class Typist {

	private static final long PACE_MILLIS = 12;
	private static final Stroke SHIFT = SwtKeys.stroke(SWT.SHIFT, SWT.LEFT, '\0', false).orElseThrow();

	/** A key with or without Shift. */
	record Press(Stroke key, boolean shift) {
	}

	private final RfbClient client;
	private final Progress progress;

	Typist(RfbClient client, Progress progress) {
		this.client = client;
		this.progress = progress;
	}

	/**
	 * The keys of a text. A server that takes keys by their place is told where they are on the keyboard of the United States; for
	 * characters that it does not have there is no key.
	 */
	static List<Press> presses(String text, boolean byPlace) {
		final List<Press> presses = new ArrayList<>();
		text.replace("\r\n", "\n").codePoints().forEach(character -> { //$NON-NLS-1$ //$NON-NLS-2$
			final int meant = character == '\r' ? '\n' : character;
			final var place = UsKeyboard.place(meant);
			if (place.isPresent()) {
				presses.add(new Press(new Stroke(Keysyms.of(meant), place.get().scancode()), place.get().shift()));
			} else if (!byPlace && !Character.isISOControl(meant)) {
				presses.add(new Press(new Stroke(Keysyms.of(meant), 0), false));
			}
		});
		return presses;
	}

	/** Types all of it; throws where that is cancelled, with nothing left pressed. */
	void type(List<Press> presses) throws BenchException {
		boolean shifted = false;
		try {
			for (int i = 0; i < presses.size(); i++) {
				progress.token().check();
				final var press = presses.get(i);
				if (press.shift() != shifted) {
					shifted = press.shift();
					send(shifted, SHIFT);
				}
				send(true, press.key());
				send(false, press.key());
				progress.message(NLS.bind(Messages.Typist_progress, Integer.toString(i + 1), Integer.toString(presses.size())));
			}
		} finally {
			if (shifted) {
				send(false, SHIFT);
			}
		}
	}

	private void send(boolean down, Stroke key) {
		client.key(down, key.keysym(), key.scancode());
		try {
			Thread.sleep(PACE_MILLIS);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}
}
