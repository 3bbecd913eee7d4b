package dev.benchtop.image.format;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.CorruptedInputException;
import org.tukaani.xz.SeekableXZInputStream;
import org.tukaani.xz.XZIOException;

/** The blocks of an xz file that its index names, each unpacked on its own. */
final class XzBlocks implements ParallelInput.Blocks {

	/** A reader of one thread at a time. */
	private record Reader(BytesInput input, SeekableXZInputStream stream) {
	}

	private final Bytes packed;
	private final SeekableXZInputStream index;
	private final ArrayCache cache = new BasicArrayCache();
	private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();
	private int next;

	XzBlocks(Bytes packed, SeekableXZInputStream index) {
		this.packed = packed;
		this.index = index;
	}

	/** Reads the indexes of all streams, which checks all of the file but its blocks. */
	static SeekableXZInputStream index(Bytes packed) throws IOException {
		return open(new BytesInput(packed), ArrayCache.getDefaultCache());
	}

	private static SeekableXZInputStream open(BytesInput input, ArrayCache cache) throws IOException {
		try {
			return new SeekableXZInputStream(input, XzInput.memoryLimit(), true, cache);
		} catch (XZIOException e) {
			final long length = input.length();
			final boolean atTheEnd = e instanceof CorruptedInputException && (input.position() == length || length % 4 != 0);
			throw atTheEnd ? Broken.corrupt(XzFormat.LABEL, length, Messages.Xz_footer) : XzInput.broken(e, input.position());
		} catch (IOException e) {
			throw XzInput.broken(e, input.position());
		}
	}

	@Override
	public ParallelInput.Block next() {
		if (next == index.getBlockCount()) {
			return null;
		}
		final int block = next++;
		final long size = index.getBlockSize(block); // here, because an index answers one thread at a time
		return out -> unpack(block, size, out);
	}

	@Override
	public long largestBlock() {
		return index.getLargestBlockSize();
	}

	private void unpack(int block, long size, ParallelInput.Out out) throws IOException {
		final Reader reader = reader();
		try {
			reader.stream.seekToBlock(block);
			for (long left = size; left > 0;) {
				final byte[] piece = out.piece();
				final int length = (int) Math.min(left, piece.length);
				if (reader.stream.readNBytes(piece, 0, length) < length) {
					throw Broken.truncated(XzFormat.LABEL, reader.input.position());
				}
				left -= length;
				out.put(piece, length);
			}
		} catch (IOException e) {
			throw XzInput.broken(e, reader.input.position());
		}
		idle.add(reader);
	}

	private Reader reader() throws IOException {
		final Reader reader = idle.poll();
		if (reader != null) {
			return reader;
		}
		final var input = new BytesInput(packed);
		return new Reader(input, open(input, cache));
	}
}
