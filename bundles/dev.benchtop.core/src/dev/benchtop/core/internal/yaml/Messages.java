package dev.benchtop.core.internal.yaml;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String aList;
	public static String aMap;
	public static String badCharacter;
	public static String cannotPatch;
	public static String cannotPatchAlias;
	public static String circularAlias;
	public static String didYouMean;
	public static String duplicateKey;
	public static String expectedKey;
	public static String expectedMap;
	public static String expectedText;
	public static String knownAre;
	public static String nothing;
	public static String text;
	public static String unknownKey;

	static {
		initializeMessages("dev.benchtop.core.internal.yaml.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
