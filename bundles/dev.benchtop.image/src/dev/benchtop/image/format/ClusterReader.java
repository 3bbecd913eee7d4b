package dev.benchtop.image.format;

import java.io.IOException;

/** Reads here and there in a disk image. */
final class ClusterReader implements SeekableFormat.Reader {

	private final Clusters clusters;
	private final byte[] piece;
	private long held = -1;

	ClusterReader(Clusters clusters) {
		this.clusters = clusters;
		this.piece = new byte[clusters.cluster()];
	}

	@Override
	public int read(byte[] to, long position) throws IOException {
		return read(to, 0, to.length, position);
	}

	/** Fills a part of an array; returns fewer bytes where the disk ends. */
	int read(byte[] to, int start, int wanted, long position) throws IOException {
		final int length = (int) Math.clamp(clusters.size() - position, 0, wanted);
		for (int done = 0; done < length;) {
			final long index = (position + done) / piece.length;
			if (index != held) {
				held = -1;
				clusters.read(index, piece);
				held = index;
			}
			final int from = (int) ((position + done) % piece.length);
			final int count = Math.min(length - done, piece.length - from);
			System.arraycopy(piece, from, to, start + done, count);
			done += count;
		}
		return length;
	}

	@Override
	public void close() throws IOException {
		clusters.close();
	}
}
