/** Tests of the disks of Linux. */
package dev.benchtop.disk.linux;
