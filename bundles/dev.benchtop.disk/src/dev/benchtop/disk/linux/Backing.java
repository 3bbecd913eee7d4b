package dev.benchtop.disk.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.benchtop.disk.linux.MountTable.Entry;

/** Finds the disks at the bottom of what the system has piled up: volumes, pools, encryption, RAID, overlays, files as disks. */
final class Backing {

	private static final Pattern SEVERAL = Pattern.compile(":(?=/dev/)"); //$NON-NLS-1$

	private final Path root;
	private final MountTable mounts;
	private final Pools pools;

	/** {@code root} is the folder that {@code sys} lies in. */
	Backing(Path root, MountTable mounts, Pools pools) {
		this.root = root;
		this.mounts = mounts;
		this.pools = pools;
	}

	/** The names of the disks that a mount is made of. */
	Set<String> of(Entry mount) {
		final var disks = new LinkedHashSet<String>();
		mount(mount, disks, new HashSet<>());
		return disks;
	}

	/** The names of the disks that a file lies on. */
	Set<String> of(Path file) {
		final var disks = new LinkedHashSet<String>();
		file(file, disks, new HashSet<>());
		return disks;
	}

	/** The names of the disks that a device file leads to: {@code /dev/mapper/root}. */
	Set<String> ofDevice(Path device) {
		final var disks = new LinkedHashSet<String>();
		device(device, disks, new HashSet<>());
		return disks;
	}

	private void file(Path file, Set<String> disks, Set<String> seen) {
		if (seen.add(file.toString())) {
			mounts.of(file).ifPresent(mount -> mount(mount, disks, seen));
		}
	}

	private void mount(Entry mount, Set<String> disks, Set<String> seen) {
		final Path block = root.resolve("sys/dev/block").resolve(mount.number()); //$NON-NLS-1$
		if (Files.exists(block)) {
			block(SysFiles.real(block), disks, seen);
		} else if (mount.type().equals("zfs")) { //$NON-NLS-1$
			pool(Pools.of(mount.source()), disks, seen);
		} else if (mount.type().equals("btrfs") && !exists(Path.of(mount.source()))) { //$NON-NLS-1$
			// /dev/root is no name of a device: it may be any volume that is mounted
			SysFiles.list(root.resolve("sys/fs/btrfs")).forEach(volume -> SysFiles.list(volume.resolve("devices")) //$NON-NLS-1$ //$NON-NLS-2$
					.forEach(member -> block(SysFiles.real(member), disks, seen)));
		} else if (mount.source().startsWith("/dev/")) { //$NON-NLS-1$
			// bcachefs lists its devices with colons between
			SEVERAL.splitAsStream(mount.source()).forEach(source -> device(Path.of(source), disks, seen));
		} else {
			mount.layers().forEach(layer -> file(layer, disks, seen));
		}
	}

	private void pool(String pool, Set<String> disks, Set<String> seen) {
		pools.members(pool).forEach(member -> block(member, disks, seen));
	}

	private boolean exists(Path device) {
		return Files.exists(block(device));
	}

	private void device(Path device, Set<String> disks, Set<String> seen) {
		if (exists(device)) {
			block(SysFiles.real(block(device)), disks, seen);
		}
	}

	/** The folder in sysfs of a device file, if there is such a device. */
	private Path block(Path device) {
		final Path inside = root.resolve(device.getRoot() == null ? device : device.getRoot().relativize(device));
		return root.resolve("sys/class/block").resolve(SysFiles.real(inside).getFileName().toString()); //$NON-NLS-1$
	}

	/** {@code block} is the real folder of a block device in sysfs. */
	private void block(Path block, Set<String> disks, Set<String> seen) {
		if (!seen.add(block.toString())) {
			return;
		}
		final Optional<Path> volume = btrfs(block.getFileName().toString());
		if (volume.isPresent()) {
			SysFiles.list(volume.get()).forEach(member -> block(SysFiles.real(member), disks, seen));
		}
		pools.ofVolume(block).forEach(pool -> pool(pool, disks, seen));
		final Path whole = Files.exists(block.resolve("partition")) ? block.getParent() : block; //$NON-NLS-1$
		final var slaves = new LinkedHashSet<>(SysFiles.list(block.resolve("slaves"))); //$NON-NLS-1$
		slaves.addAll(SysFiles.list(whole.resolve("slaves"))); //$NON-NLS-1$
		slaves.forEach(slave -> block(SysFiles.real(slave), disks, seen));
		final String file = SysFiles.text(whole.resolve("loop/backing_file")); //$NON-NLS-1$
		if (!file.isEmpty()) {
			file(Path.of(file), disks, seen);
		}
		if (slaves.isEmpty()) {
			disks.add(whole.getFileName().toString());
		}
	}

	/** The devices of the file system that a device is one of several of. */
	private Optional<Path> btrfs(String name) {
		return SysFiles.list(root.resolve("sys/fs/btrfs")).stream().map(volume -> volume.resolve("devices")) //$NON-NLS-1$ //$NON-NLS-2$
				.filter(devices -> Files.exists(devices.resolve(name))).findFirst();
	}
}
