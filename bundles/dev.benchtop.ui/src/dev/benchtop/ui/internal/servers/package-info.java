/** The file servers of all boards, and those of no board: what they serve, to whom, and what was missed. */
package dev.benchtop.ui.internal.servers;
