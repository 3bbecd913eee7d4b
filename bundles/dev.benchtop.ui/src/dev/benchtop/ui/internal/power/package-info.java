/** The power of boards in the window: how it stands, what its meter reads, and several boards at once. */
package dev.benchtop.ui.internal.power;
