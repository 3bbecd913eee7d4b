package dev.benchtop.ui.internal;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.prefs.BackingStoreException;

/** How the window looks. */
enum Theme {
	SYSTEM, LIGHT, DARK;

	private static final String LIGHT_ID = "org.eclipse.e4.ui.css.theme.e4_default"; //$NON-NLS-1$
	private static final String DARK_ID = "org.eclipse.e4.ui.css.theme.e4_dark"; //$NON-NLS-1$
	private static final String ENGINE = "org.eclipse.e4.ui.css.swt.theme"; //$NON-NLS-1$
	private static final String KEY = "themeid"; //$NON-NLS-1$

	/** Lets the workbench that starts next begin with this theme. */
	void prepare() {
		final var engine = InstanceScope.INSTANCE.getNode(ENGINE);
		engine.put(KEY, id());
		try {
			engine.flush();
		} catch (BackingStoreException e) {
			ILog.of(Theme.class).warn(e.getMessage(), e);
		}
	}

	/** Changes the window to this theme. */
	void apply() {
		final var engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		if (engine.getActiveTheme() == null || !id().equals(engine.getActiveTheme().getId())) {
			engine.setTheme(id(), true);
		}
	}

	private String id() {
		return switch (this) {
			case LIGHT -> LIGHT_ID;
			case DARK -> DARK_ID;
			case SYSTEM -> Display.isSystemDarkTheme() ? DARK_ID : LIGHT_ID;
		};
	}
}
