package dev.benchtop.ui.display;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;

import dev.benchtop.core.rfb.RfbClient;

/**
 * Keys that are pressed together, which the desktop keeps for itself or has no key for.
 *
 * @param name as the keys are labelled
 */
record Combination(String name, List<Stroke> keys) {

	private static final Stroke CONTROL = key(SWT.CTRL);
	private static final Stroke ALT = key(SWT.ALT);
	private static final Stroke SUPER = key(SWT.COMMAND);

	/** What is offered, in groups. */
	static List<List<Combination>> groups() {
		final List<Combination> consoles = new ArrayList<>();
		for (int i = 0; i < 7; i++) {
			consoles.add(new Combination("Ctrl+Alt+F" + (i + 1), List.of(CONTROL, ALT, key(SWT.F1 + i)))); //$NON-NLS-1$
		}
		return List.of(
				List.of(new Combination("Ctrl+Alt+Del", List.of(CONTROL, ALT, key(SWT.DEL))), //$NON-NLS-1$
						new Combination("Ctrl+Alt+Backspace", List.of(CONTROL, ALT, key(SWT.BS))), //$NON-NLS-1$
						new Combination("Ctrl+Alt", List.of(CONTROL, ALT))), //$NON-NLS-1$
				consoles,
				List.of(new Combination("Alt+Tab", List.of(ALT, key(SWT.TAB))), //$NON-NLS-1$
						new Combination("Alt+F4", List.of(ALT, key(SWT.F4))), //$NON-NLS-1$
						new Combination("Super", List.of(SUPER)), //$NON-NLS-1$
						new Combination("Super+L", List.of(SUPER, character('l'))), //$NON-NLS-1$
						new Combination("F11", List.of(key(SWT.F11))), //$NON-NLS-1$
						new Combination("Print Screen", List.of(key(SWT.PRINT_SCREEN))), //$NON-NLS-1$
						new Combination("Alt+SysRq+S", List.of(ALT, sysRq(), character('s'))), //$NON-NLS-1$
						new Combination("Alt+SysRq+B", List.of(ALT, sysRq(), character('b'))))); //$NON-NLS-1$
	}

	/** Presses them in their order, and releases them in the other one. */
	void send(RfbClient client) {
		keys.forEach(key -> client.key(true, key.keysym(), key.scancode()));
		keys.reversed().forEach(key -> client.key(false, key.keysym(), key.scancode()));
	}

	private static Stroke key(int code) {
		return SwtKeys.stroke(code, SWT.LEFT, '\0', false).orElseThrow();
	}

	private static Stroke character(char character) {
		return SwtKeys.stroke(character, 0, character, false).orElseThrow();
	}

	/** Alt and Print Screen have a scancode of their own. */
	private static Stroke sysRq() {
		return new Stroke(Keysyms.PRINT, 0x54);
	}
}
