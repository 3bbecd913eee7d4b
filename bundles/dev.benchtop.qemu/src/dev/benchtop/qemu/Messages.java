package dev.benchtop.qemu;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Aarch64UbootTemplate_description;
	public static String Aarch64UbootTemplate_label;
	public static String Aarch64UefiTemplate_description;
	public static String Aarch64UefiTemplate_label;
	public static String Acceleration_asked;
	public static String Acceleration_failed;
	public static String Acceleration_missing;
	public static String Acceleration_noFlag;
	public static String Acceleration_notWritable;
	public static String Acceleration_otherArch;
	public static String Acceleration_works;
	public static String Content_empty;
	public static String Content_flashed;
	public static String Content_unreadable;
	public static String Disk_failed;
	public static String Disk_merged;
	public static String Disk_merging;
	public static String Firmware_missing;
	public static String Firmware_names;
	public static String Firmware_noFile;
	public static String Firmware_searched;
	public static String Launcher_failed;
	public static String Launcher_kvm;
	public static String Launcher_silent;
	public static String Machine_consoleClosed;
	public static String Machine_consoleLost;
	public static String Machine_consoleOpen;
	public static String Machine_died;
	public static String Machine_guestOff;
	public static String Machine_guestPanic;
	public static String Machine_guestReset;
	public static String Machine_isOn;
	public static String Machine_killed;
	public static String Machine_off;
	public static String Machine_offWord;
	public static String Machine_on;
	public static String Machine_onDetail;
	public static String Machine_onWord;
	public static String Machine_pausedDetail;
	public static String Machine_pausedWord;
	public static String Machine_switchOff;
	public static String Machine_switchedOff;
	public static String Program_timeout;
	public static String Qcow_unknown;
	public static String QemuDriverFactory_diskName;
	public static String QemuFlasher_commit;
	public static String QemuFlasher_committing;
	public static String QemuFlasher_dumping;
	public static String QemuFlasher_flashing;
	public static String QemuFlasher_noTarget;
	public static String QemuFlasher_nothingWritten;
	public static String QemuFlasher_reset;
	public static String QemuFlasher_resetting;
	public static String QemuFlasher_target;
	public static String QemuFlasher_targets;
	public static String QemuHostLink_connect;
	public static String QemuHostLink_noNetwork;
	public static String QemuImg_failed;
	public static String Qmp_gone;
	public static String Qmp_noAnswer;
	public static String RouterTftp_copy;
	public static String RouterTftp_folder;
	public static String RouterTftp_name;
	public static String SerialTransport_detail;
	public static String SerialTransport_off;
	public static String Stop_failed;
	public static String X86UefiTemplate_description;
	public static String X86UefiTemplate_label;
	public static String install;
	public static String notInstalled;

	static {
		initializeMessages("dev.benchtop.qemu.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
