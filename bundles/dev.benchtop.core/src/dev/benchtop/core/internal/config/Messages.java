package dev.benchtop.core.internal.config;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String expectedBoolean;
	static String expectedChoice;
	static String expectedDuration;
	static String expectedNumber;
	static String expectedNumberFromTo;

	static {
		initializeMessages("dev.benchtop.core.internal.config.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
