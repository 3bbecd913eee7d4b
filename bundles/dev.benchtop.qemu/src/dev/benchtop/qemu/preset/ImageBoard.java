package dev.benchtop.qemu.preset;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** Proposes the virtual board that fits an image. */
final class ImageBoard extends Preset {

	private final Optional<Path> image;

	/**
	 * A proposal.
	 *
	 * @param file the name of the image, from which the board gets its own
	 * @param image what is to be flashed to it; empty where its disk has it already
	 */
	ImageBoard(String file, String description, Map<String, Object> config, Optional<Path> image) {
		super(name(file), NLS.bind(Messages.ImageProposals_label, file), description, config);
		this.image = image;
	}

	/** What comes before the first dot, of letters that a board's name may have. */
	private static String name(String file) {
		final String name = file.toLowerCase(Locale.ROOT).replaceFirst("(?<=.)\\..*", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
		return name.isEmpty() ? "image" : name; //$NON-NLS-1$
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
