/** The flasher over a mux, with a mux in memory. */
package dev.benchtop.disk;
