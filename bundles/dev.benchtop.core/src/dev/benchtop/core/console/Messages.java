package dev.benchtop.core.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Connector_cannotOpen;
	public static String Connector_closed;
	public static String Connector_ended;
	public static String Connector_opening;
	public static String ConsoleLine_noLog;
	public static String ConsoleLine_notOpened;
	public static String Keyboard_closed;
	public static String Keyboard_leased;
	public static String Keyboard_leasedNext;
	public static String Keyboard_lineClosed;
	public static String Keyboard_person;
	public static String Keyboard_taken;
	public static String Keyboard_takenByPerson;
	public static String Keyboard_takenByProcess;
	public static String LinePreset_dtrPulse;
	public static String LinePreset_esp32Boot;
	public static String LinePreset_esp32Reset;
	public static String LinePreset_rtsPulse;
	public static String LineTimes_another;
	public static String LineWriter_failed;
	public static String LineWriter_full;
	public static String LineWriter_fullNext;
	public static String LineWriter_notOpen;
	public static String LineWriter_notSent;
	public static String Script_end;
	public static String Script_lastSaid;
	public static String Script_late;
	public static String Script_lineLost;
	public static String Script_notOpen;
	public static String Script_or;
	public static String Script_refused;
	public static String Script_saidNothing;

	static {
		initializeMessages("dev.benchtop.core.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
