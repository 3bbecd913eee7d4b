/** Switches behind a device file: relay boards at a serial port, and YKUSH hubs. */
package dev.benchtop.power.device;
