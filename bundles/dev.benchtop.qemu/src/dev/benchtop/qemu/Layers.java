package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.qemu.QcowSnapshots.Tag;

/** What of a board holds snapshots: the overlays of its disks, and its UEFI variables. */
final class Layers {

	/**
	 * A snapshot as the files have it.
	 *
	 * @param tag that of the disk with the memory where one has it, else of the first
	 * @param disks the names of the disks that hold it
	 * @param memory QEMU's node of the disk that holds the memory; empty where none does
	 * @param complete whether all disks hold it: only then can the board be taken back to it
	 */
	record Held(Tag tag, List<String> disks, Optional<String> memory, boolean complete) {

		String name() {
			return tag.name();
		}
	}

	private final Parts parts;

	Layers(Parts parts) {
		this.parts = parts;
	}

	/** All that some disk holds, the oldest of the first disk first. */
	List<Held> held() throws BenchException {
		final var held = new LinkedHashMap<String, Held>();
		for (int index = 0; index < parts.disks().size(); index++) {
			final Disk disk = parts.disks().get(index);
			for (final Tag tag : disk.snapshots()) {
				held.put(tag.name(), joined(held.get(tag.name()), tag, disk.name(), QemuCommand.node(index)));
			}
		}
		return List.copyOf(held.values());
	}

	private Held joined(Held before, Tag tag, String disk, String node) {
		final var disks = new ArrayList<>(before == null ? List.of() : before.disks());
		if (!disks.contains(disk)) {
			disks.add(disk);
		}
		final boolean first = before == null || tag.memory() > before.tag().memory();
		final Optional<String> memory = before != null && before.memory().isPresent() ? before.memory() : Optional.of(node).filter(_ -> tag.memory() > 0);
		return new Held(first ? tag : before.tag(), List.copyOf(disks), memory, disks.size() == parts.disks().size());
	}

	Optional<Held> find(String name) throws BenchException {
		return held().stream().filter(each -> each.name().equals(name)).findFirst();
	}

	/** The names of the overlays that there are. */
	List<String> names() throws BenchException {
		final var names = new ArrayList<String>();
		for (final Disk disk : parts.disks()) {
			names.add(disk.layerName());
		}
		return names;
	}

	/** What of a board that is on a new snapshot is made in, by QEMU's names; the disk for the memory first. */
	List<String> nodes(boolean variables) {
		final var nodes = new ArrayList<String>();
		for (int index = 0; index < parts.disks().size(); index++) {
			nodes.add(QemuCommand.node(index));
		}
		if (variables) {
			nodes.add(QemuCommand.VARIABLES);
		}
		return nodes;
	}

	/** What of a board that is off a new snapshot is made in. */
	List<Path> files(boolean variables) throws BenchException {
		final var files = new ArrayList<Path>();
		for (final Disk disk : parts.disks()) {
			files.add(disk.layer());
		}
		if (variables) {
			files.add(parts.variables().file());
		}
		return files;
	}

	/** What of a board that is on holds a snapshot, by QEMU's names; that of the memory first. */
	List<String> nodesOf(String name, boolean variables) throws BenchException {
		final var nodes = new ArrayList<String>();
		find(name).flatMap(Held::memory).ifPresent(nodes::add);
		for (int index = 0; index < parts.disks().size(); index++) {
			final String node = QemuCommand.node(index);
			if (isIn(parts.disks().get(index).snapshots(), name) && !nodes.contains(node)) {
				nodes.add(node);
			}
		}
		if (variables && inVariables(name)) {
			nodes.add(QemuCommand.VARIABLES);
		}
		return nodes;
	}

	/** The files that hold a snapshot. */
	List<Path> filesOf(String name) throws BenchException {
		final var files = new ArrayList<Path>();
		for (final Disk disk : parts.disks()) {
			if (isIn(disk.snapshots(), name)) {
				files.add(disk.layer());
			}
		}
		if (inVariables(name)) {
			files.add(parts.variables().file());
		}
		return files;
	}

	/** Whether the UEFI variables hold one of that name, be it alone. */
	boolean inVariables(String name) throws BenchException {
		try {
			return parts.variables().exist() && isIn(QcowSnapshots.of(parts.variables().file()), name);
		} catch (IOException e) {
			throw parts.variables().failed(e);
		}
	}

	private static boolean isIn(List<Tag> tags, String name) {
		return tags.stream().anyMatch(tag -> tag.name().equals(name));
	}
}
