/** Disk images: what is in them, and copying them to a target and back, verified. */
package dev.benchtop.image;
