/** Tests of the storage muxes. */
package dev.benchtop.disk.mux;
