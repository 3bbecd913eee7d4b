package dev.benchtop.qemu;

/** What runs the guest's instructions. */
public enum Accel {
	/** KVM where it works, else TCG. */
	AUTO,
	/** The processor itself. */
	KVM,
	/** QEMU's translator, which runs everywhere. */
	TCG
}
