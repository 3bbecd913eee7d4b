/** Ports of a board that are reached over the network as they are. */
package dev.benchtop.network.tcp;
