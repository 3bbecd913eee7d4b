/** Tests of flasher bundles. */
package dev.benchtop.uboot.bundle;
