/** Storage muxes: what moves a card or stick between this machine and a board. */
package dev.benchtop.disk.mux;
