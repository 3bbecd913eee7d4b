/** What a cloud image is told on its first boot (cloud-init, data source NoCloud). */
package dev.benchtop.qemu.cloud;
