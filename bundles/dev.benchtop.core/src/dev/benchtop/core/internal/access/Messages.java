package dev.benchtop.core.internal.access;

import org.eclipse.osgi.util.NLS;

public final class Messages extends NLS {
	public static String FileLocks_cannotKeep;
	public static String FileLocks_held;
	public static String FileLocks_heldHere;
	public static String FileLocks_next;
	public static String FileLocks_nextHere;
	public static String SecretStore_badName;
	public static String SecretStore_noFramework;
	public static String SecretStore_unusable;
	public static String SecretStore_unusableNext;
	public static String TrustStore_cannotKeep;

	static {
		initializeMessages("dev.benchtop.core.internal.access.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
