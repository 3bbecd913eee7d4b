package dev.benchtop.qemu;

/** What becomes of a flash that is asked for while the board is on. */
public enum WhileOn {
	/** It is refused. */
	REFUSE,
	/** The board is switched off first. */
	POWER_OFF
}
