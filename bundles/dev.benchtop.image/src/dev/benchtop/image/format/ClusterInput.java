package dev.benchtop.image.format;

import java.io.IOException;
import java.util.OptionalLong;

import dev.benchtop.core.BlockInput;

/** A disk image from its first byte to its last. */
final class ClusterInput extends BlockInput implements Outline {

	private final Clusters clusters;
	private final ClusterReader reader;
	private final String label;
	private long position;

	ClusterInput(Clusters clusters, String label) {
		this.clusters = clusters;
		this.reader = new ClusterReader(clusters);
		this.label = label;
	}

	@Override
	public OptionalLong length() {
		return OptionalLong.of(clusters.size());
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		try {
			final int count = reader.read(to, at, length, position);
			position += count;
			return count == 0 ? -1 : count;
		} catch (RuntimeException e) {
			throw Broken.corrupt(label, position, e);
		}
	}

	@Override
	public void close() throws IOException {
		reader.close();
	}
}
