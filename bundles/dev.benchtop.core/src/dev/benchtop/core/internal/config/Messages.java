package dev.benchtop.core.internal.config;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String atLeast;
	static String atMost;
	static String bothKeys;
	static String envNotSet;
	static String expectedBoolean;
	static String expectedChoice;
	static String expectedDuration;
	static String expectedNumber;
	static String expectedList;
	static String expectedNumberFromTo;
	static String expectedValue;
	static String kind_BOOLEAN;
	static String kind_CHOICE;
	static String kind_DURATION;
	static String kind_INTEGER;
	static String kind_LIST;
	static String kind_MAP;
	static String kind_PATH;
	static String kind_SECRET;
	static String kind_SIZE;
	static String kind_TEXT;
	static String missingKey;
	static String noSecret;
	static String secretNotAllowed;

	static {
		initializeMessages("dev.benchtop.core.internal.config.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
