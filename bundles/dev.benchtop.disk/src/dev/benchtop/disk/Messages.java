package dev.benchtop.disk;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Crew_closed;
	public static String Crew_stalled;
	public static String Crew_unplugged;
	public static String DiskFactory_which;
	public static String DiskFactory_whichNext;
	public static String DiskFlasher_noTarget;
	public static String DiskFlasher_readMounted;
	public static String DiskFlasher_serial;
	public static String DiskFlasher_several;
	public static String DiskFlasher_severalNext;
	public static String DiskFlasher_targets;
	public static String DiskGuard_fixed;
	public static String DiskGuard_imageOnIt;
	public static String DiskGuard_imageOnItNext;
	public static String DiskGuard_imageWhere;
	public static String DiskGuard_large;
	public static String DiskGuard_mounted;
	public static String DiskGuard_mountedAt;
	public static String DiskGuard_mountedNext;
	public static String DiskGuard_name;
	public static String DiskGuard_nameNext;
	public static String DiskGuard_other;
	public static String DiskGuard_otherDisk;
	public static String DiskGuard_otherNext;
	public static String DiskGuard_readOnly;
	public static String DiskGuard_readOnlyNext;
	public static String DiskGuard_system;
	public static String DiskGuard_used;
	public static String DiskGuard_usedNext;
	public static String DiskTarget_another;
	public static String DiskTarget_close;
	public static String DiskTarget_silent;
	public static String DiskWords_file;
	public static String DiskWords_mounted;
	public static String DiskWords_serial;
	public static String DiskWords_unknown;
	public static String DisksCommand_none;
	public static String DisksCommand_noneRemovable;
	public static String DisksCommand_readOnly;
	public static String DisksCommand_system;
	public static String DisksCommand_used;
	public static String Disks_gone;
	public static String Disks_goneNext;
	public static String Disks_unreadable;
	public static String Elsewhere_notHere;
	public static String MuxFlasherFactory_noMux;
	public static String MuxFlasherFactory_noMuxNext;
	public static String MuxFlasher_isOn;
	public static String MuxFlasher_noSize;
	public static String MuxFlasher_noSizeNext;
	public static String MuxFlasher_noTarget;
	public static String MuxFlasher_switchOff;
	public static String MuxFlasher_theTarget;
	public static String NoDisks_unknown;
	public static String Phase_back;
	public static String Phase_dut;
	public static String Phase_host;
	public static String Phase_settle;
	public static String Pieces_end;
	public static String Plan_dut;
	public static String Plan_host;
	public static String Plan_hostAlready;
	public static String Plan_lost;
	public static String Plan_lostUnknown;
	public static String Plan_powerUnknown;
	public static String Plan_unmount;
	public static String Sides_atNobody;
	public static String Sides_atTheBoard;
	public static String Sides_dut;
	public static String Sides_host;
	public static String Sides_off;
	public static String Sides_staysHere;
	public static String Sides_unknown;

	static {
		initializeMessages("dev.benchtop.disk.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
