/** The snapshots of the selected board. */
package dev.benchtop.ui.internal.snapshots;
