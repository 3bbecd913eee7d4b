package dev.benchtop.qemu;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named partitions beside the disks: files of firmware that can be flashed like a disk. What was flashed goes before what the
 * configuration names.
 *
 * @param state the folder of what was flashed
 * @param folder what relative paths of the configuration count from
 * @param configured by name
 */
record Partitions(Path state, Path folder, Map<String, Path> configured) {

	/** The disk that the name of Jumpstarter's partition stands for. */
	static final String ROOT = "root"; //$NON-NLS-1$
	static final String BIOS = "bios"; //$NON-NLS-1$
	static final String CODE = "OVMF_CODE.fd"; //$NON-NLS-1$
	static final String VARIABLES = "OVMF_VARS.fd"; //$NON-NLS-1$

	/** Those that are no disks. */
	static final List<String> FIRMWARE = List.of(BIOS, CODE, VARIABLES);

	/** Where a flash puts it. */
	Path flashed(String name) {
		return state.resolve(name);
	}

	/** What it holds; empty where it was neither flashed nor configured. */
	Optional<Path> file(String name) {
		if (Files.exists(flashed(name))) {
			return Optional.of(flashed(name));
		}
		return Optional.ofNullable(configured.get(name)).map(folder::resolve);
	}
}
