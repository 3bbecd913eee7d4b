package dev.benchtop.core.internal.bench;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String aCapability;
	static String aConsole;
	static String aDisplay;
	static String aFlasher;
	static String aPower;
	static String aStorage;
	static String ambiguous;
	static String badName;
	static String badNodeName;
	static String boardChanged;
	static String boardUnusable;
	static String broughtTwice;
	static String circularDriver;
	static String circularRef;
	static String danglingRef;
	static String defaultOffersNot;
	static String driverBroken;
	static String driverFailed;
	static String duplicateName;
	static String emptyFile;
	static String error;
	static String expectedKind;
	static String expectedVersion;
	static String folderUnreadable;
	static String foundNothing;
	static String nameOne;
	static String noBoard;
	static String noName;
	static String noNode;
	static String noNodes;
	static String noStorage;
	static String noType;
	static String nodesAre;
	static String notFolder;
	static String notOffered;
	static String notOfferedBelow;
	static String notTrusted;
	static String notUtf8;
	static String notYaml;
	static String privateFolder;
	static String refAlone;
	static String refUnsupported;
	static String trustIt;
	static String unknownDriver;
	static String unreadable;
	static String unsupported;
	static String unsupportedWord;
	static String warning;

	static {
		initializeMessages("dev.benchtop.core.internal.bench.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
