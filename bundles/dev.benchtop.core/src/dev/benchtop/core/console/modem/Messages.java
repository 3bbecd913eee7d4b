package dev.benchtop.core.console.modem;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String FileTransfer_noReceiving;
	public static String FileTransfer_one;
	public static String FileTransfer_receiving;
	public static String FileTransfer_sending;
	public static String ModemLine_lost;
	public static String Paste_text;
	public static String ReceivedFile_badName;
	public static String Trouble_abandoned;
	public static String Trouble_noise;
	public static String Trouble_noiseNext;
	public static String Trouble_silent;
	public static String Trouble_silentNext;
	public static String Trouble_unreadable;
	public static String Trouble_unwritable;

	static {
		initializeMessages("dev.benchtop.core.console.modem.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
