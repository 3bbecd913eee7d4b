package dev.benchtop.qemu;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String Aarch64UbootTemplate_description;
	static String Aarch64UbootTemplate_label;
	static String Aarch64UefiTemplate_description;
	static String Aarch64UefiTemplate_label;
	static String Acceleration_asked;
	static String Acceleration_failed;
	static String Acceleration_missing;
	static String Acceleration_noFlag;
	static String Acceleration_notWritable;
	static String Acceleration_otherArch;
	static String Acceleration_works;
	static String Content_empty;
	static String Content_flashed;
	static String Content_unreadable;
	static String Disk_failed;
	static String Disk_merged;
	static String Disk_merging;
	static String Firmware_missing;
	static String Firmware_names;
	static String Firmware_noFile;
	static String Firmware_searched;
	static String Launcher_failed;
	static String Launcher_kvm;
	static String Launcher_silent;
	static String Machine_consoleClosed;
	static String Machine_consoleLost;
	static String Machine_consoleOpen;
	static String Machine_died;
	static String Machine_guestOff;
	static String Machine_guestPanic;
	static String Machine_guestReset;
	static String Machine_isOn;
	static String Machine_killed;
	static String Machine_off;
	static String Machine_offWord;
	static String Machine_on;
	static String Machine_onDetail;
	static String Machine_onWord;
	static String Machine_pausedDetail;
	static String Machine_pausedWord;
	static String Machine_switchOff;
	static String Machine_switchedOff;
	static String Program_timeout;
	static String Qcow_unknown;
	static String QemuDriverFactory_diskName;
	static String QemuFlasher_commit;
	static String QemuFlasher_committing;
	static String QemuFlasher_dumping;
	static String QemuFlasher_flashing;
	static String QemuFlasher_noTarget;
	static String QemuFlasher_nothingWritten;
	static String QemuFlasher_reset;
	static String QemuFlasher_resetting;
	static String QemuFlasher_target;
	static String QemuFlasher_targets;
	static String QemuHostLink_connect;
	static String QemuHostLink_noNetwork;
	static String QemuImg_failed;
	static String Qmp_gone;
	static String Qmp_noAnswer;
	static String SerialTransport_detail;
	static String SerialTransport_off;
	static String Stop_failed;
	static String X86UefiTemplate_description;
	static String X86UefiTemplate_label;
	static String install;
	static String notInstalled;

	static {
		initializeMessages("dev.benchtop.qemu.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
