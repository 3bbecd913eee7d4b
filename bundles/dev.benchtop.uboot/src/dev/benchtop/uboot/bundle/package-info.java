/** Flasher bundles: what is booted on a board to write its disks, with the manifest that says how. */
package dev.benchtop.uboot.bundle;
