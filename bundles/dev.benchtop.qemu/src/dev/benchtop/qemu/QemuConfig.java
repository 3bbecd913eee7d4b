package dev.benchtop.qemu;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.Secret;
import dev.benchtop.core.driver.Option;
import dev.benchtop.qemu.cloud.CloudInit;

/**
 * The configuration of a virtual board. The keys of Jumpstarter's driver are among them.
 *
 * @param arch null for that of this machine
 * @param machine a machine of {@code qemu-system-ARCH -machine help}; empty for one that fits
 * @param cpu a model of {@code qemu-system-ARCH -cpu help}; empty for one that fits
 * @param firmware {@code none}, {@code u-boot}, {@code uefi} or a file; empty for UEFI (U-Boot on RISC-V), or none where a kernel is given
 * @param partitions what the named partitions hold until something is flashed to them; see {@link Partitions}
 * @param disks by name; empty for one disk {@code root}
 * @param diskSize how long the first disk is, exactly; null for what its image and its entry say
 * @param disposable whether all that the board writes is dropped when it goes off
 * @param nic the device model; empty for one that firmware and Linux know
 * @param hostfwd ports of this machine that lead to the board, by name
 * @param serials the names of further serial lines
 * @param gdb the port of QEMU's gdb stub; 0 for any that is free, -1 for none
 * @param shutdown how long the guest may take to shut down before it is cut off; zero to cut it at once
 * @param flashWhileOn what becomes of a flash while the board is on
 * @param flashTimeout how long a flash may take; null for as long as it takes
 * @param launcherSocket where Jumpstarter has QEMU started elsewhere
 * @param args added to QEMU's command line as they are
 */
public record QemuConfig(
		@Option Arch arch,
		@Option(advanced = true, proposals = {"virt", "q35", "vexpress-a9"}) String machine,
		@Option(advanced = true, proposals = {"host", "max", "cortex-a53", "cortex-a72", "qemu64"}) String cpu,
		@Option(value = "1", min = 1, max = 255) int smp,
		@Option("512M") ByteSize mem,
		@Option(proposals = {"uefi", "u-boot", "none"}) String firmware,
		@Option(advanced = true, alias = "default_partitions") Map<String, Path> partitions,
		@Option Path kernel,
		@Option Path initrd,
		@Option(advanced = true) Path dtb,
		@Option String append,
		@Option Map<String, DiskConfig> disks,
		@Option(key = "disk_size", advanced = true) ByteSize diskSize,
		@Option("false") boolean disposable,
		@Option("true") boolean display,
		@Option("auto") Accel accel,
		@Option("user") Network network,
		@Option(advanced = true, proposals = {"virtio-net-pci", "virtio-net-device", "e1000"}) String nic,
		@Option Map<String, HostForward> hostfwd,
		@Option(advanced = true) List<String> serials,
		@Option(value = "-1", min = -1, max = 65535, advanced = true) int gdb,
		@Option String hostname,
		@Option String username,
		@Option Secret password,
		@Option(key = "ssh_authorized_keys") List<String> sshAuthorizedKeys,
		@Option(key = "user_data", advanced = true) Path userData,
		@Option(key = "network_config", advanced = true) Path networkConfig,
		@Option(key = "shutdown_timeout", value = "20s", advanced = true) Duration shutdown,
		@Option(key = "flash_while_on", value = "refuse", advanced = true) WhileOn flashWhileOn,
		@Option(key = "flash_timeout", advanced = true) Duration flashTimeout,
		@Option(key = "fls_version", advanced = true) String flsVersion,
		@Option(key = "fls_allow_custom_binaries", value = "false", advanced = true) boolean flsAllowCustomBinaries,
		@Option(key = "fls_custom_binary_url", advanced = true) String flsCustomBinaryUrl,
		@Option(key = "launcher_socket", advanced = true) Path launcherSocket,
		@Option(advanced = true) List<String> args) {

	private static final ByteSize USUAL = ByteSize.parse("2G"); //$NON-NLS-1$

	public QemuConfig {
		partitions = partitions == null ? Map.of() : partitions;
		disks = disks == null ? Map.of() : disks;
		hostfwd = hostfwd == null ? Map.of() : hostfwd;
		serials = serials == null ? List.of() : serials;
		sshAuthorizedKeys = sshAuthorizedKeys == null ? List.of() : sshAuthorizedKeys;
		args = args == null ? List.of() : args;
	}

	/** The disks by name, in the order of the file; there is at least one. The partition {@code root} is the image of the disk of that name. */
	Map<String, DiskConfig> allDisks() {
		final var all = new LinkedHashMap<>(disks.isEmpty() ? Map.of(Partitions.ROOT, new DiskConfig(USUAL, null)) : disks);
		final Path root = partitions.get(Partitions.ROOT);
		if (root != null) {
			all.compute(Partitions.ROOT, (_, disk) -> new DiskConfig(disk == null ? USUAL : disk.size(), disk == null || disk.image() == null ? root : disk.image()));
		}
		return all;
	}

	/** The firmware that is meant where none is said. */
	String firmwareName(Arch own) {
		if (firmware != null && !firmware.isBlank()) {
			return firmware;
		}
		if (kernel != null || !hasSlots(own)) {
			return Firmware.NONE;
		}
		return own == Arch.RISCV64 ? Firmware.UBOOT : Firmware.UEFI;
	}

	/** What a cloud image is told at its first start. */
	CloudInit cloudInit() {
		return new CloudInit(hostname, username, password, sshAuthorizedKeys, userData, networkConfig);
	}

	Arch archOn(Host host) {
		return Optional.ofNullable(arch).orElse(host.arch());
	}

	/** The machine with its properties. */
	String machineOn(Arch own) {
		return machine == null || machine.isBlank() ? own.machine() : machine;
	}

	/** What further devices are plugged into. */
	Plugs plugs(Arch own) {
		return Plugs.of(machineOn(own));
	}

	/** Whether the machine has slots to plug devices into; else there is what is soldered to it. */
	boolean hasSlots(Arch own) {
		return plugs(own) == Plugs.PCI;
	}
}
