/** How a long call shows on a terminal and in a pipe. */
package dev.benchtop.cli.progress;
