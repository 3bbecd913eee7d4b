package dev.benchtop.core.internal.config;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String atLeast;
	public static String atMost;
	public static String bothKeys;
	public static String envNotSet;
	public static String expectedBoolean;
	public static String expectedChoice;
	public static String expectedDuration;
	public static String expectedNumber;
	public static String expectedList;
	public static String expectedNumberFromTo;
	public static String expectedValue;
	public static String kind_BOOLEAN;
	public static String kind_CHOICE;
	public static String kind_DURATION;
	public static String kind_INTEGER;
	public static String kind_LIST;
	public static String kind_MAP;
	public static String kind_PATH;
	public static String kind_SECRET;
	public static String kind_SIZE;
	public static String kind_TEXT;
	public static String missingKey;
	public static String noSecret;
	public static String secretNotAllowed;

	static {
		initializeMessages("dev.benchtop.core.internal.config.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
