package dev.benchtop.ui.storage;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/** What the browser remembers with the workspace. */
final class Settings {

	private static final String NODE = "dev.benchtop.ui.storage"; //$NON-NLS-1$
	private static final String QUIET_ON_QUIT = "quietOnQuit"; //$NON-NLS-1$

	private Settings() {
	}

	static boolean quietOnQuit() {
		return InstanceScope.INSTANCE.getNode(NODE).getBoolean(QUIET_ON_QUIT, false);
	}

	static void quietOnQuit(boolean quiet) {
		final var node = InstanceScope.INSTANCE.getNode(NODE);
		node.putBoolean(QUIET_ON_QUIT, quiet);
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(Settings.class).warn(e.getMessage(), e);
		}
	}
}
