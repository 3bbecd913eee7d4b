/** Flashing and dumping in the window: wizard, running view and queue. */
package dev.benchtop.ui.flash;
