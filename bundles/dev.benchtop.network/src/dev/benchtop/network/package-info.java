/** Ports of boards that are reached over the network: TCP, SSH and VNC. */
package dev.benchtop.network;
