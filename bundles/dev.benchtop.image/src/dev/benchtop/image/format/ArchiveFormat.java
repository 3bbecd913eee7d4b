package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import dev.benchtop.image.BlockMap;

/** A format of archives that hold an image, and may hold its block map. */
abstract class ArchiveFormat implements SeekableFormat {

	private final String name;

	/** @param name its id and its label */
	ArchiveFormat(String name) {
		this.name = name;
	}

	@Override
	public final String id() {
		return name;
	}

	@Override
	public final String label() {
		return name;
	}

	/** Opens an archive that can be read here and there. */
	abstract Archive open(Bytes packed) throws IOException;

	@Override
	public final boolean prefersPlaces() {
		return true;
	}

	@Override
	public final Optional<Size> unpackedSize(Bytes packed) throws IOException {
		try (var archive = open(packed)) {
			return Optional.of(new Size(archive.image().size(), true));
		}
	}

	@Override
	public final Optional<BlockMap> map(Bytes packed) throws IOException {
		try (var archive = open(packed)) {
			return archive.map();
		}
	}

	@Override
	public final Optional<InputStream> unpack(Bytes packed) throws IOException {
		return Optional.of(ArchiveInput.open(open(packed)));
	}
}
