/** Power switches without hardware, for trying things out. */
package dev.benchtop.power.mock;
