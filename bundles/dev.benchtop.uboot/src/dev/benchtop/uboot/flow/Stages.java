package dev.benchtop.uboot.flow;

import java.util.List;

import dev.benchtop.core.Progress.Phase;

/** The stages of a flow, as a progress knows them. */
final class Stages {

	static final Phase PREPARE = new Phase("prepare", Messages.Phase_prepare);
	static final Phase POWER = new Phase("power", Messages.Phase_power);
	static final Phase BOOTLOADER = new Phase("bootloader", Messages.Phase_bootloader);
	static final Phase NETWORK = new Phase("network", Messages.Phase_network);
	static final Phase LOAD = new Phase("load", Messages.Phase_load);
	static final Phase BOOT = new Phase("boot", Messages.Phase_boot);
	static final Phase LOGIN = new Phase("login", Messages.Phase_login);
	static final Phase TARGET = new Phase("target", Messages.Phase_target);
	/** From here on the target is changed, by the commands before the flash too. */
	static final Phase WRITE = new Phase("write", Messages.Phase_write);
	static final Phase SYNC = new Phase("sync", Messages.Phase_sync);
	static final Phase VERIFY = new Phase("verify", Messages.Phase_verify);
	static final Phase READ = new Phase("read", Messages.Phase_read);
	static final Phase FINISH = new Phase("finish", Messages.Phase_finish);

	private Stages() {
	}

	/** Those of a flash. */
	static List<Phase> flash(boolean verify) {
		return verify ? List.of(PREPARE, POWER, BOOTLOADER, NETWORK, LOAD, BOOT, LOGIN, TARGET, WRITE, SYNC, VERIFY, FINISH)
				: List.of(PREPARE, POWER, BOOTLOADER, NETWORK, LOAD, BOOT, LOGIN, TARGET, WRITE, SYNC, FINISH);
	}
}
