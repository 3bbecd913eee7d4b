/** What is sent to a board of an image, and the scripts that put it where it belongs. */
package dev.benchtop.uboot.payload;
