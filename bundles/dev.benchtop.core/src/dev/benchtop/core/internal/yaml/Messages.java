package dev.benchtop.core.internal.yaml;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String aList;
	static String aMap;
	static String badCharacter;
	static String circularAlias;
	static String didYouMean;
	static String duplicateKey;
	static String expectedKey;
	static String expectedMap;
	static String expectedText;
	static String knownAre;
	static String nothing;
	static String text;
	static String unknownKey;

	static {
		initializeMessages("dev.benchtop.core.internal.yaml.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
