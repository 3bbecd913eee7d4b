package dev.benchtop.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.IPreferenceStore;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** What the user set. */
public final class Preferences {

	static final String ON_QUIT = "onQuit"; //$NON-NLS-1$
	static final String CONFIRM_INTERRUPTS = "confirmInterrupts"; //$NON-NLS-1$
	static final String THEME = "theme"; //$NON-NLS-1$

	private static final String NODE = "dev.benchtop.ui"; //$NON-NLS-1$
	private static final IPreferenceStore STORE = create();

	private Preferences() {
	}

	static IPreferenceStore store() {
		return STORE;
	}

	private static IPreferenceStore create() {
		final var store = new ScopedPreferenceStore(InstanceScope.INSTANCE, NODE);
		store.setDefault(ON_QUIT, OnQuit.ASK.name());
		store.setDefault(CONFIRM_INTERRUPTS, true);
		store.setDefault(THEME, Theme.SYSTEM.name());
		return store;
	}

	static OnQuit onQuit() {
		return OnQuit.valueOf(STORE.getString(ON_QUIT));
	}

	static void onQuit(OnQuit value) {
		STORE.setValue(ON_QUIT, value.name());
	}

	/** Whether to ask before what runs on a board is interrupted. */
	public static boolean confirmInterrupts() {
		return STORE.getBoolean(CONFIRM_INTERRUPTS);
	}

	public static void confirmInterrupts(boolean value) {
		STORE.setValue(CONFIRM_INTERRUPTS, value);
	}

	static Theme theme() {
		return Theme.valueOf(STORE.getString(THEME));
	}
}
