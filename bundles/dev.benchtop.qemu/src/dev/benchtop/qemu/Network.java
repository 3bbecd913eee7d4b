package dev.benchtop.qemu;

/** How a virtual board is connected. */
public enum Network {
	/** Behind QEMU's own router: it reaches this machine at 10.0.2.2 and the networks that this machine reaches. */
	USER,
	/** Not at all. */
	NONE
}
