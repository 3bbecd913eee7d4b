package dev.benchtop.image.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.image.BlockMap;
import dev.benchtop.image.BlockMap.Range;

/** The chunks of an Android sparse image that can be read here and there. */
record SparseChunks(SparseHeader header, List<Chunk> chunks) {

	/** A file of more chunks than this is not looked through. */
	private static final int MOST = 1 << 17;

	/**
	 * A chunk that says something of the content.
	 *
	 * @param position in the content
	 * @param length in the content, in bytes
	 * @param data where its bytes, or the four that fill it, are in the file
	 */
	record Chunk(boolean raw, long position, long length, long data) {
	}

	static SparseHeader header(Bytes file) throws IOException {
		final var head = Fields.read(file, 0, SparseHeader.LENGTH);
		if (head.remaining() < SparseHeader.LENGTH) {
			throw Broken.truncated(SparseFormat.LABEL, head.remaining());
		}
		return SparseHeader.of(head);
	}

	/** Reads all heads; empty where there are too many. What is broken is told when the image is unpacked. */
	static Optional<SparseChunks> read(Bytes file) throws IOException {
		final SparseHeader header = header(file);
		if (header.chunks() > MOST) {
			return Optional.empty();
		}
		final var chunks = new ArrayList<Chunk>();
		long at = header.length();
		long blocks = 0;
		for (long i = 0; i < header.chunks(); i++) {
			final var head = Fields.read(file, at, SparseHeader.CHUNK_LENGTH);
			if (head.remaining() < SparseHeader.CHUNK_LENGTH) {
				throw Broken.truncated(SparseFormat.LABEL, at + head.remaining());
			}
			final int kind = Short.toUnsignedInt(head.getShort(0));
			final long count = Integer.toUnsignedLong(head.getInt(4));
			final long total = Integer.toUnsignedLong(head.getInt(8));
			header.check(kind, count, total, at, blocks);
			if ((kind == SparseHeader.RAW || kind == SparseHeader.FILL) && count > 0) {
				chunks.add(new Chunk(kind == SparseHeader.RAW, blocks * header.block(), count * header.block(), at + header.chunkHead()));
			}
			blocks += count;
			at += total;
		}
		if (at > file.size()) {
			throw Broken.truncated(SparseFormat.LABEL, file.size());
		}
		return Optional.of(new SparseChunks(header, chunks));
	}

	/** Which parts are cared for. */
	BlockMap map() {
		final var ranges = new ArrayList<Range>();
		for (final Chunk chunk : chunks) {
			final Range last = ranges.isEmpty() ? null : ranges.getLast();
			if (last != null && last.end() == chunk.position) {
				ranges.set(ranges.size() - 1, new Range(last.position(), last.length() + chunk.length, Optional.empty(), 0));
			} else {
				ranges.add(new Range(chunk.position, chunk.length, Optional.empty(), 0));
			}
		}
		return new BlockMap(SparseFormat.LABEL, header.bytes(), BlockMap.SHA256, ranges);
	}
}
