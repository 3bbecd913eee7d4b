package dev.benchtop.ui.console;

import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** How the keyboard of one console is set, kept from one start of the program to the next. */
final class LineSettings {

	private static final String ROOT = "dev.benchtop.ui.console"; //$NON-NLS-1$
	private static final String LINE_ENDING = "lineEnding"; //$NON-NLS-1$
	private static final String LOCAL_ECHO = "localEcho"; //$NON-NLS-1$

	private final Preferences node;
	private volatile LineEnding lineEnding;
	private volatile boolean localEcho;

	LineSettings(ConsoleAddress address) {
		this(InstanceScope.INSTANCE.getNode(ROOT).node(address.tab(1).toString().replace('/', '|')));
	}

	LineSettings(Preferences node) {
		this.node = node;
		final String kept = node.get(LINE_ENDING, ""); //$NON-NLS-1$
		lineEnding = Stream.of(LineEnding.values()).filter(each -> each.name().equals(kept)).findFirst().orElse(LineEnding.CR);
		localEcho = node.getBoolean(LOCAL_ECHO, false);
	}

	LineEnding lineEnding() {
		return lineEnding;
	}

	void lineEnding(LineEnding ending) {
		lineEnding = ending;
		node.put(LINE_ENDING, ending.name());
		keep();
	}

	/** Whether what is typed is shown here, for a board that does not echo it. */
	boolean localEcho() {
		return localEcho;
	}

	void localEcho(boolean echo) {
		localEcho = echo;
		node.putBoolean(LOCAL_ECHO, echo);
		keep();
	}

	private void keep() {
		try {
			node.flush();
		} catch (BackingStoreException e) {
			ILog.of(LineSettings.class).warn(e.getMessage(), e);
		}
	}
}
