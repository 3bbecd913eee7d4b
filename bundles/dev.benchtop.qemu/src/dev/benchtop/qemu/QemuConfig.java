package dev.benchtop.qemu;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.driver.Option;

/**
 * The configuration of a virtual board.
 *
 * @param arch null for that of this machine
 * @param cpu a model of {@code qemu-system-ARCH -cpu help}; empty for one that fits
 * @param firmware {@code none}, {@code u-boot}, {@code uefi} or a file; empty for UEFI, or none where a kernel is given
 * @param disks by name; empty for one disk {@code root}
 * @param nic the device model; empty for one that firmware and Linux know
 * @param args added to QEMU's command line as they are
 */
public record QemuConfig(
		@Option Arch arch,
		@Option(advanced = true, proposals = {"host", "max", "cortex-a53", "cortex-a72", "qemu64"}) String cpu,
		@Option(value = "1", min = 1, max = 255) int smp,
		@Option("512M") ByteSize mem,
		@Option(proposals = {"uefi", "u-boot", "none"}) String firmware,
		@Option Path kernel,
		@Option Path initrd,
		@Option String append,
		@Option Map<String, DiskConfig> disks,
		@Option("auto") Accel accel,
		@Option("user") Network network,
		@Option(advanced = true, proposals = {"virtio-net-pci", "virtio-net-device", "e1000"}) String nic,
		@Option(advanced = true) List<String> args) {

	private static final Map<String, DiskConfig> ONE_DISK = Map.of("root", new DiskConfig(ByteSize.parse("2G"))); //$NON-NLS-1$ //$NON-NLS-2$

	/** The disks by name, in the order of the file; there is at least one. */
	Map<String, DiskConfig> allDisks() {
		return disks == null || disks.isEmpty() ? ONE_DISK : disks;
	}

	/** The firmware that is meant where none is said. */
	String firmwareName() {
		if (firmware == null || firmware.isBlank()) {
			return kernel == null ? Firmware.UEFI : Firmware.NONE;
		}
		return firmware;
	}

	Arch archOn(Host host) {
		return Optional.ofNullable(arch).orElse(host.arch());
	}
}
