package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;
import net.jpountz.xxhash.StreamingXXHash32;
import net.jpountz.xxhash.XXHash32;
import net.jpountz.xxhash.XXHashFactory;

/** Unpacks LZ4 frames one after the other, and checks every checksum and size that they carry. */
final class Lz4Input extends Unpacker {

	/** How far back a block may refer, which is what a dependent one needs of those before. */
	private static final int WINDOW = 64 << 10;

	private final LZ4SafeDecompressor decompressor = fastest(LZ4Factory::nativeInstance, LZ4Factory::safeInstance).safeDecompressor();
	private final XXHashFactory hashes = fastest(XXHashFactory::nativeInstance, XXHashFactory::safeInstance);
	private final XXHash32 hash = hashes.hash32();
	private final StreamingXXHash32 contentHash = hashes.newStreamingHash32(0);
	private byte[] packed = new byte[0];
	/** The window of what came before, then the block. */
	private byte[] block = new byte[0];
	private int next;
	private int end = WINDOW;
	private Lz4Header header;
	private OptionalLong size;
	private long unpacked;
	private boolean first = true;

	Lz4Input(InputStream packed) {
		super(packed, Lz4Format.LABEL);
		next = end;
	}

	/** The library's own choice would be code that a coming Java refuses. */
	private static <T> T fastest(Supplier<T> compiled, Supplier<T> java) {
		try {
			return compiled.get();
		} catch (LinkageError | AssertionError e) {
			return java.get();
		}
	}

	@Override
	int unpack(byte[] to, int at, int length) throws IOException {
		while (next == end) {
			if (header == null && !beginFrame()) {
				return -1;
			}
			if (header != null) {
				nextBlock();
			}
		}
		final int count = Math.min(length, end - next);
		System.arraycopy(block, next, to, at, count);
		next += count;
		return count;
	}

	/** Begins the next frame, or skips one that is to be skipped; false at the end of the file. */
	private boolean beginFrame() throws IOException {
		if (!in.more()) {
			if (first) {
				throw Broken.truncated(label, in.offset());
			}
			return false;
		}
		final long start = in.offset();
		final int magic = (int) in.needNumber(4);
		if ((magic & ~0xf) == Lz4Header.SKIPPABLE) {
			in.needSkip(in.needNumber(4));
			return true;
		}
		if (magic != Lz4Header.MAGIC) {
			throw Broken.garbage(label, start);
		}
		final var descriptor = new byte[14];
		in.need(descriptor, 0, 2);
		header = Lz4Header.of(descriptor[0] & 0xff, descriptor[1] & 0xff);
		if (header == null) {
			throw Broken.corrupt(label, start + 4, Messages.Lz4_reserved);
		}
		in.need(descriptor, 2, header.length() - 2);
		if (in.need() != (hash.hash(descriptor, 0, header.length(), 0) >> 8 & 0xff)) {
			throw Broken.checksum(label, in.offset() - 1);
		}
		if (header.dictionary()) {
			throw Broken.corrupt(label, start + 4, Messages.Lz4_dictionary);
		}
		size = header.contentSize(descriptor);
		unpacked = 0;
		contentHash.reset();
		if (block.length < WINDOW + header.largestBlock()) {
			block = new byte[WINDOW + header.largestBlock()];
			packed = new byte[header.largestBlock()];
		}
		next = WINDOW;
		end = WINDOW;
		first = false;
		return true;
	}

	private void nextBlock() throws IOException {
		final long start = in.offset();
		final int word = (int) in.needNumber(4);
		if (word == 0) {
			endFrame();
			return;
		}
		final int length = word & ~Lz4Header.STORED;
		if (length > header.largestBlock()) {
			throw Broken.corrupt(label, start);
		}
		in.need(packed, 0, length);
		if (header.blockChecksums() && (int) in.needNumber(4) != hash.hash(packed, 0, length, 0)) {
			throw Broken.checksum(label, in.offset() - 4);
		}
		final int produced;
		if ((word & Lz4Header.STORED) != 0) {
			keepWindow();
			System.arraycopy(packed, 0, block, WINDOW, length);
			produced = length;
		} else {
			produced = decompress(length, start);
		}
		next = WINDOW;
		end = WINDOW + produced;
		unpacked += produced;
		contentHash.update(block, WINDOW, produced);
	}

	private int decompress(int length, long start) throws IOException {
		try {
			if (header.independent()) {
				return decompressor.decompress(packed, 0, length, block, WINDOW, header.largestBlock());
			}
			keepWindow();
			return Lz4Block.decompress(packed, length, block, WINDOW, (int) Math.min(unpacked, WINDOW), header.largestBlock());
		} catch (LZ4Exception | IndexOutOfBoundsException e) {
			throw Broken.corrupt(label, start, Messages.Lz4_sequence);
		}
	}

	/** Moves the end of the last block before the place of the next. */
	private void keepWindow() {
		if (!header.independent()) {
			System.arraycopy(block, end - WINDOW, block, 0, WINDOW);
		}
	}

	private void endFrame() throws IOException {
		if (header.contentChecksum() && (int) in.needNumber(4) != contentHash.getValue()) {
			throw Broken.checksum(label, in.offset() - 4);
		}
		if (size.isPresent() && size.getAsLong() != unpacked) {
			throw Broken.corrupt(label, in.offset(), NLS.bind(Messages.Lz4_size, size.getAsLong(), unpacked));
		}
		header = null;
	}
}
