/** Proposals of virtual boards: the usual ones, and those that fit an image. */
package dev.benchtop.qemu.preset;
