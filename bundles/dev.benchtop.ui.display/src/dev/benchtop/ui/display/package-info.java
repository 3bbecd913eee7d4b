/** The display of a board: a VNC client in a tab. */
package dev.benchtop.ui.display;
