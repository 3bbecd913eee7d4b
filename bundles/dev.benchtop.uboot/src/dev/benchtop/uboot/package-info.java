/** Boards with U-Boot: their bootloader's prompt, and flashing them over the network. */
package dev.benchtop.uboot;
