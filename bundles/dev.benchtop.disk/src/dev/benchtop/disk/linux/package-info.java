/** Disks as Linux has them: sysfs, udev, mountinfo, and device files by the foreign function interface. */
package dev.benchtop.disk.linux;
