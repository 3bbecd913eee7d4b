/** What is said to a board: U-Boot's prompt, and the shell of the system that it boots. */
package dev.benchtop.uboot.dialogue;
