package dev.benchtop.core.capability;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String PowerVerbs_alreadyOff;
	static String PowerVerbs_alreadyOn;
	static String PowerVerbs_cycle;
	static String PowerVerbs_off;
	static String PowerVerbs_on;
	static String PowerVerbs_wait;

	static {
		initializeMessages("dev.benchtop.core.capability.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
