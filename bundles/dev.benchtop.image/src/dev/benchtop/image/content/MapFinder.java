package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.BlockMap;
import dev.benchtop.image.ImageInfo.Refusal;
import dev.benchtop.image.format.PackedFile;

/** Finds out which parts of an image have to be written: what the image says itself goes before what a file beside it says. */
final class MapFinder {

	private static final String SUFFIX = ".bmap"; //$NON-NLS-1$

	private final Path image;
	private final PackedFile file;
	private final OptionalLong size;
	private Refusal refusal;

	/** @param size of the unpacked content, where it is known */
	MapFinder(Path image, PackedFile file, OptionalLong size) {
		this.image = image;
		this.file = file;
		this.size = size;
	}

	Optional<BlockMap> find() throws IOException {
		final Optional<BlockMap> own = file.map();
		if (own.isPresent() || file.isSparse()) {
			return own.filter(this::fits);
		}
		for (final Path beside : beside()) {
			if (Files.isRegularFile(beside)) {
				return read(beside);
			}
		}
		return Optional.empty();
	}

	/** The name of the image with one ending less each time, down to what it was before it was packed. */
	private List<Path> beside() {
		final var beside = new ArrayList<Path>();
		String base = image.getFileName().toString();
		for (int endings = file.layers().size() + 1; endings >= 0 && !base.isEmpty(); endings--) {
			beside.add(image.resolveSibling(base + SUFFIX));
			final int dot = base.lastIndexOf('.');
			base = base.substring(0, Math.max(0, dot));
		}
		return beside;
	}

	private Optional<BlockMap> read(Path beside) {
		final String name = beside.getFileName().toString();
		try (var in = Files.newInputStream(beside)) {
			final BlockMap map = BlockMap.read(name, in);
			return Optional.of(map).filter(this::fits);
		} catch (IOException e) {
			refuse(name, e.getMessage());
		}
		return Optional.empty();
	}

	/** A map of another size is that of another image. */
	private boolean fits(BlockMap map) {
		if (size.isEmpty() || size.getAsLong() == map.size()) {
			return true;
		}
		refuse(map.name(), NLS.bind(Messages.Maps_otherSize, map.size(), size.getAsLong()));
		return false;
	}

	private void refuse(String name, String why) {
		refusal = new Refusal(NLS.bind(Messages.Maps_unusable, name, why), Messages.Maps_unusableNext);
	}

	/** Why the map that was found is of no use, where it is of none. */
	Optional<Refusal> refusal() {
		return Optional.ofNullable(refusal);
	}
}
