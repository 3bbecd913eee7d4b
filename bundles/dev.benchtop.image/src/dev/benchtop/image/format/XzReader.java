package dev.benchtop.image.format;

import java.io.IOException;

import org.tukaani.xz.SeekableXZInputStream;

/** Reads here and there in an xz file, by unpacking the block that holds the place. */
final class XzReader implements SeekableFormat.Reader {

	/** How much it unpacks in all, in bytes, which is about a second's work. */
	private static final long MOST = 64L << 20;

	private final SeekableXZInputStream stream;
	private long unpacked;

	XzReader(SeekableXZInputStream stream) {
		this.stream = stream;
	}

	@Override
	public int read(byte[] to, long position) throws IOException {
		if (position >= stream.length()) {
			return 0;
		}
		final long start = stream.position() <= position && stream.position() > 0 ? stream.position() : 0;
		final long block = stream.getBlockPos(stream.getBlockNumber(position));
		final long work = position - Math.max(start, block) + to.length;
		if (unpacked + work > MOST) {
			return 0;
		}
		unpacked += work;
		stream.seek(position);
		return stream.readNBytes(to, 0, to.length);
	}

	@Override
	public void close() throws IOException {
		stream.close();
	}
}
