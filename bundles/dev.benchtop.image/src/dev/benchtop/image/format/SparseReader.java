package dev.benchtop.image.format;

import java.io.IOException;
import java.util.Arrays;

import dev.benchtop.image.format.SparseChunks.Chunk;

/** Reads here and there in an Android sparse image; what it does not care for reads as zeros. */
record SparseReader(Bytes file, SparseChunks chunks) implements SeekableFormat.Reader {

	@Override
	public int read(byte[] to, long position) throws IOException {
		final int length = (int) Math.clamp(chunks.header().bytes() - position, 0, to.length);
		Arrays.fill(to, 0, length, (byte) 0);
		for (final Chunk chunk : chunks.chunks()) {
			final long from = Math.max(position, chunk.position());
			final long end = Math.min(position + length, chunk.position() + chunk.length());
			if (from < end) {
				read(chunk, from, to, (int) (from - position), (int) (end - from));
			}
		}
		return length;
	}

	private void read(Chunk chunk, long from, byte[] to, int at, int length) throws IOException {
		final byte[] data = new byte[chunk.raw() ? length : 4];
		if (Fields.read(file, chunk.data() + (chunk.raw() ? from - chunk.position() : 0), data.length).get(data).hasRemaining()) {
			throw Broken.truncated(SparseFormat.LABEL, file.size());
		}
		for (int i = 0; i < length; i++) {
			to[at + i] = chunk.raw() ? data[i] : data[(int) (from - chunk.position() + i) & 3];
		}
	}

	@Override
	public void close() {
		// the bytes are closed by whoever opened them
	}
}
