/** The disks of this machine in the left pane. */
package dev.benchtop.ui.internal.disks;
