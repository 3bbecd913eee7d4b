package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.eclipse.osgi.util.NLS;

/**
 * The head of an Android sparse image (sparse_format.h of Android's libsparse, version 1).
 *
 * @param length of the head in bytes
 * @param chunkHead length of the head of a chunk in bytes
 * @param block size of a block in bytes
 * @param blocks how many blocks the unpacked image has
 * @param chunks how many chunks the file has
 * @param crc CRC-32 of the unpacked image; 0 where it is not told
 */
record SparseHeader(int length, int chunkHead, int block, long blocks, long chunks, int crc) {

	static final int LENGTH = 28;
	static final int CHUNK_LENGTH = 12;
	static final int RAW = 0xcac1;
	static final int FILL = 0xcac2;
	static final int DONT_CARE = 0xcac3;
	static final int CRC32 = 0xcac4;
	private static final int LARGEST_BLOCK = 64 << 20;

	/** Reads a head of {@link #LENGTH} bytes, magic and all. */
	static SparseHeader of(ByteBuffer head) throws IOException {
		final int major = Short.toUnsignedInt(head.getShort(4));
		final int length = Short.toUnsignedInt(head.getShort(8));
		final int chunkHead = Short.toUnsignedInt(head.getShort(10));
		final int block = head.getInt(12);
		if (major != 1) {
			throw Broken.corrupt(SparseFormat.LABEL, 4, NLS.bind(Messages.Sparse_version, major));
		}
		if (length < LENGTH || chunkHead < CHUNK_LENGTH || block <= 0 || block % 4 != 0 || block > LARGEST_BLOCK) {
			throw Broken.corrupt(SparseFormat.LABEL, 8, Messages.Sparse_head);
		}
		return new SparseHeader(length, chunkHead, block, Integer.toUnsignedLong(head.getInt(16)), Integer.toUnsignedLong(head.getInt(20)), head.getInt(24));
	}

	/** How long the unpacked image is. */
	long bytes() {
		return blocks * block;
	}

	/** Checks a chunk by what its head says; {@code at} is where that head is in the file, {@code before} how many blocks came before. */
	void check(int kind, long count, long total, long at, long before) throws IOException {
		final long expected = chunkHead + switch (kind) {
			case RAW -> count * block;
			case FILL, CRC32 -> 4;
			case DONT_CARE -> 0;
			default -> throw Broken.corrupt(SparseFormat.LABEL, at, NLS.bind(Messages.Sparse_chunk, Integer.toHexString(kind)));
		};
		if (total != expected || kind == CRC32 && count != 0) {
			throw Broken.corrupt(SparseFormat.LABEL, at, NLS.bind(Messages.Sparse_length, total, expected));
		}
		if (before + count > blocks) {
			throw Broken.corrupt(SparseFormat.LABEL, at, NLS.bind(Messages.Sparse_blocks, before + count, blocks));
		}
	}
}
