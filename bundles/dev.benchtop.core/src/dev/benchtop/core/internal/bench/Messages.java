package dev.benchtop.core.internal.bench;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String aCapability;
	public static String aConsole;
	public static String aDisplay;
	public static String aFlasher;
	public static String aPower;
	public static String aRemoteShell;
	public static String aStorage;
	public static String ambiguous;
	public static String badName;
	public static String badNodeName;
	public static String boardChanged;
	public static String boardUnusable;
	public static String broughtTwice;
	public static String circularDriver;
	public static String circularRef;
	public static String danglingRef;
	public static String defaultOffersNot;
	public static String driverBroken;
	public static String driverFailed;
	public static String duplicateName;
	public static String emptyFile;
	public static String error;
	public static String expectedKind;
	public static String expectedVersion;
	public static String folderUnreadable;
	public static String foreignFile;
	public static String foundNothing;
	public static String nameOne;
	public static String noBoard;
	public static String noName;
	public static String noNode;
	public static String noNodes;
	public static String noStorage;
	public static String noType;
	public static String nodesAre;
	public static String notFolder;
	public static String notOffered;
	public static String notOfferedBelow;
	public static String notTrusted;
	public static String notUtf8;
	public static String notYaml;
	public static String privateFolder;
	public static String refAlone;
	public static String refUnsupported;
	public static String trustIt;
	public static String unknownDriver;
	public static String unreadable;
	public static String unsupported;
	public static String unsupportedWord;
	public static String warning;

	static {
		initializeMessages("dev.benchtop.core.internal.bench.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
