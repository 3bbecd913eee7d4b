/** Shells on boards by SSH. */
package dev.benchtop.network.ssh;
