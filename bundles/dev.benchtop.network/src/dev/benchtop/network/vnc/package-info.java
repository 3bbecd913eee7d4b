/** Screens of a board that are reached over the network. */
package dev.benchtop.network.vnc;
