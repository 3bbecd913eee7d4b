package dev.benchtop.image.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.image.BlockMap;
import dev.benchtop.image.format.Archive.Member;

/** The image in an archive that can be read here and there. */
final class ArchiveInput extends FilterInputStream implements Outline {

	private final Archive archive;
	private final Member image;
	private final Optional<BlockMap> map;

	private ArchiveInput(Archive archive, Member image, Optional<BlockMap> map, InputStream content) {
		super(content);
		this.archive = archive;
		this.image = image;
		this.map = map;
	}

	/** Opens the image of an archive, which it closes with itself. */
	static ArchiveInput open(Archive archive) throws IOException {
		try {
			final Member image = archive.image();
			return new ArchiveInput(archive, image, archive.map(), archive.content(image));
		} catch (IOException | RuntimeException e) {
			archive.close();
			throw e;
		}
	}

	@Override
	public OptionalLong length() {
		return OptionalLong.of(image.size());
	}

	@Override
	public Optional<BlockMap> map() {
		return map;
	}

	@Override
	public void close() throws IOException {
		try (archive) {
			super.close();
		}
	}
}
