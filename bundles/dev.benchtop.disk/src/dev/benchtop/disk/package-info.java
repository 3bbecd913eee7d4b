/** Media that move between this machine and a board. */
package dev.benchtop.disk;
