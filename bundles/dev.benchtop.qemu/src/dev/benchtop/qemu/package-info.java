/** Virtual boards in QEMU: {@code type: qemu}. */
package dev.benchtop.qemu;
