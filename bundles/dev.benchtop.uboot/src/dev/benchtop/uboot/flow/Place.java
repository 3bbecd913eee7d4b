package dev.benchtop.uboot.flow;

/** Where a board is. */
enum Place {
	ANYWHERE, STARTING, BOOTLOADER, BOOTING, LOGIN, SYSTEM
}
