package dev.benchtop.disk.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.disk.linux.MountTable.Entry;

/** Finds the disks at the bottom of what the system has piled up: volumes, encryption, RAID, overlays, files as disks. */
final class Backing {

	private final Path root;
	private final MountTable mounts;

	/** {@code root} is the folder that {@code sys} lies in. */
	Backing(Path root, MountTable mounts) {
		this.root = root;
		this.mounts = mounts;
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
		} else if (mount.source().startsWith("/dev/")) { //$NON-NLS-1$
			device(Path.of(mount.source()), disks, seen);
		} else {
			mount.layers().forEach(layer -> file(layer, disks, seen));
		}
	}

	private void device(Path device, Set<String> disks, Set<String> seen) {
		final Path inside = root.resolve(root.getRoot().relativize(device));
		final String name = SysFiles.real(inside).getFileName().toString();
		final Path block = root.resolve("sys/class/block").resolve(name); //$NON-NLS-1$
		if (Files.exists(block)) {
			block(SysFiles.real(block), disks, seen);
		}
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
	}}
