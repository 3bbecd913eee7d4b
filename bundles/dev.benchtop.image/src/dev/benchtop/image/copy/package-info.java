/** Copies content to a target: read, hashed, written, synced, read back and put in place. */
package dev.benchtop.image.copy;
