package dev.benchtop.ui.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;

import dev.benchtop.core.rfb.RfbClient;

/**
 * The keys of a control on their way to the board. While the control has the focus they are all the board's, those of the window's
 * shortcuts too, until Ctrl and Alt are pressed and released together; nothing stays pressed when the focus goes.
 */
final class Keyboard {

	/** Who shows how it is. */
	interface Owner {

		/** The keys are, or are no longer, the board's. */
		void grabbed(boolean grabbed);

		/** F11 was pressed. */
		void fullScreen();
	}

	private record Key(int code, int location) {
	}

	private static final List<Integer> LEAVE = Stream.of(SWT.CTRL, SWT.ALT).sorted().toList();

	private final Supplier<Optional<RfbClient>> client;
	private final Owner owner;
	private final Map<Key, Stroke> pressed = new LinkedHashMap<>();
	private boolean grabbed;
	private boolean leaving;

	Keyboard(Control control, Supplier<Optional<RfbClient>> client, Owner owner) {
		this.client = client;
		this.owner = owner;
		control.addListener(SWT.KeyDown, this::down);
		control.addListener(SWT.KeyUp, this::up);
		control.addListener(SWT.Traverse, event -> event.doit = event.doit && !grabbed);
		control.addListener(SWT.FocusIn, _ -> grab(true));
		control.addListener(SWT.FocusOut, _ -> grab(false));
		control.addListener(SWT.MouseDown, _ -> grab(control.isFocusControl()));
		control.addListener(SWT.Dispose, _ -> grab(false));
	}

	boolean grabbed() {
		return grabbed;
	}

	/** Lets go of every key. */
	void releaseAll() {
		pressed.values().forEach(stroke -> send(false, stroke));
		pressed.clear();
	}

	private void grab(boolean take) {
		leaving = false;
		if (grabbed == take) {
			return;
		}
		grabbed = take;
		PlatformUI.getWorkbench().getService(IBindingService.class).setKeyFilterEnabled(!take);
		if (!take) {
			releaseAll();
		}
		owner.grabbed(take);
	}

	private void down(Event event) {
		if (event.keyCode == SWT.F11) {
			event.doit = false;
			owner.fullScreen();
			return;
		}
		if (!grabbed) {
			return;
		}
		event.doit = false;
		final var key = new Key(event.keyCode, event.keyLocation);
		final var held = pressed.get(key);
		if (held != null) {
			send(true, held);
			return;
		}
		SwtKeys.stroke(event.keyCode, event.keyLocation, event.character, (event.stateMask & SWT.CTRL) != 0).ifPresent(stroke -> {
			if (event.keyCode == 0) {
				send(true, stroke);
				send(false, stroke);
			} else {
				pressed.put(key, stroke);
				send(true, stroke);
			}
		});
		leaving = pressed.keySet().stream().map(Key::code).sorted().toList().equals(LEAVE);
	}

	private void up(Event event) {
		if (!grabbed) {
			return;
		}
		event.doit = false;
		final var stroke = pressed.remove(new Key(event.keyCode, event.keyLocation));
		if (stroke != null) {
			send(false, stroke);
		}
		if (leaving && pressed.isEmpty()) {
			grab(false);
		}
	}

	private void send(boolean down, Stroke stroke) {
		client.get().ifPresent(to -> to.key(down, stroke.keysym(), stroke.scancode()));
	}
}
