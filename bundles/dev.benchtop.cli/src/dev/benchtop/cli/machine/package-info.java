/** Commands for boards that keep snapshots, run on overlays, or are programs of this machine. */
package dev.benchtop.cli.machine;
