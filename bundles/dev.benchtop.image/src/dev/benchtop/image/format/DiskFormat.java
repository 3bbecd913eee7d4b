package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/** A format of disks of virtual machines, which have to be read here and there. */
abstract class DiskFormat extends MagicFormat implements SeekableFormat {

	DiskFormat(String id, String label, int... magic) {
		super(id, label, magic);
	}

	/** Opens a disk; throws what is broken about it, or needs more than Benchtop knows. */
	abstract Clusters open(Bytes packed) throws IOException;

	@Override
	public final boolean prefersPlaces() {
		return true;
	}

	@Override
	public final boolean sizeInFewPlaces() {
		return true;
	}

	@Override
	public final Optional<Size> unpackedSize(Bytes packed) throws IOException {
		try (var clusters = open(packed)) {
			return Optional.of(new Size(clusters.size(), true));
		}
	}

	@Override
	public final Optional<Reader> reader(Bytes packed) throws IOException {
		return Optional.of(new ClusterReader(open(packed)));
	}

	@Override
	public final Optional<InputStream> unpack(Bytes packed) throws IOException {
		return Optional.of(new ClusterInput(open(packed), label()));
	}

	@Override
	public final InputStream unpack(InputStream packed) throws IOException {
		throw new IOException(NLS.bind(Messages.Disk_stream, label()));
	}
}
