package dev.benchtop.power.snmp;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String SnmpOutlet_label;
	public static String SnmpOutlet_noNumber;
	public static String SnmpPowerConfig_badOid;
	public static String SnmpPowerConfig_noKey;
	public static String SnmpPowerConfig_noUser;
	public static String SnmpPowerConfig_privWithoutAuth;
	public static String SnmpPowerConfig_shortKey;
	public static String SnmpSession_decryption;
	public static String SnmpSession_failed;
	public static String SnmpSession_level;
	public static String SnmpSession_noVariable;
	public static String SnmpSession_noVariableNext;
	public static String SnmpSession_refused;
	public static String SnmpSession_refusedNext;
	public static String SnmpSession_report;
	public static String SnmpSession_silent;
	public static String SnmpSession_silentCommunity;
	public static String SnmpSession_silentNext;
	public static String SnmpSession_unknownHost;
	public static String SnmpSession_unknownUser;
	public static String SnmpSession_wrongDigest;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
