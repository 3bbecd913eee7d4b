package dev.benchtop.qemu.preset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Proposes the virtual board that fits an image. */
final class ImageBoard extends Preset {

	private final Optional<Path> image;

	/** @param image what is to be flashed to it; empty where its disk has it already */
	ImageBoard(String label, String description, Map<String, Object> config, Optional<Path> image) {
		super("qemu-image", label, description, config); //$NON-NLS-1$
		this.image = image;
	}

	/** The same keys with a disk. */
	static Map<String, Object> withDisk(Map<String, Object> config, Map<String, Object> disk) {
		final var all = new LinkedHashMap<>(config);
		all.put("disks", Map.of("root", disk)); //$NON-NLS-1$ //$NON-NLS-2$
		return all;
	}

	@Override
	public Optional<Path> image() {
		return image;
	}
}
