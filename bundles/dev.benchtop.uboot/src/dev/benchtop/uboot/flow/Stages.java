package dev.benchtop.uboot.flow;

import java.util.List;

import dev.benchtop.core.Progress.Phase;

/** The stages of a flow, as a progress knows them. */
final class Stages {

	static final Phase PREPARE = new Phase("prepare", Messages.Phase_prepare); //$NON-NLS-1$
	static final Phase POWER = new Phase("power", Messages.Phase_power); //$NON-NLS-1$
	static final Phase BOOTLOADER = new Phase("bootloader", Messages.Phase_bootloader); //$NON-NLS-1$
	static final Phase NETWORK = new Phase("network", Messages.Phase_network); //$NON-NLS-1$
	static final Phase LOAD = new Phase("load", Messages.Phase_load); //$NON-NLS-1$
	static final Phase BOOT = new Phase("boot", Messages.Phase_boot); //$NON-NLS-1$
	static final Phase LOGIN = new Phase("login", Messages.Phase_login); //$NON-NLS-1$
	static final Phase TARGET = new Phase("target", Messages.Phase_target); //$NON-NLS-1$
	/** From here on the target is changed, by the commands before the flash too. */
	static final Phase WRITE = new Phase("write", Messages.Phase_write); //$NON-NLS-1$
	static final Phase SYNC = new Phase("sync", Messages.Phase_sync); //$NON-NLS-1$
	static final Phase VERIFY = new Phase("verify", Messages.Phase_verify); //$NON-NLS-1$
	static final Phase READ = new Phase("read", Messages.Phase_read); //$NON-NLS-1$
	static final Phase FINISH = new Phase("finish", Messages.Phase_finish); //$NON-NLS-1$

	private Stages() {
	}

	/** Those of a flash. */
	static List<Phase> flash(boolean verify) {
		return verify ? List.of(PREPARE, POWER, BOOTLOADER, NETWORK, LOAD, BOOT, LOGIN, TARGET, WRITE, SYNC, VERIFY, FINISH)
				: List.of(PREPARE, POWER, BOOTLOADER, NETWORK, LOAD, BOOT, LOGIN, TARGET, WRITE, SYNC, FINISH);
	}
}
