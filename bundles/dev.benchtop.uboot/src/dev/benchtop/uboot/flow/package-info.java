/** How a board is flashed through U-Boot, stage by stage, over its console, its power and a file server. */
package dev.benchtop.uboot.flow;
