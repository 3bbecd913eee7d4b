package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** Unpacks Zstandard frames one after the other; a frame that is begun must end. */
final class ZstdInput extends Unpacker {

	/** Windows of up to 2 GiB, as {@code zstd --long=31} makes them. */
	private static final int WINDOW_LOG = 31;
	/** The decoder's code for a frame that begins with none of its magic numbers. */
	private static final long UNKNOWN_PREFIX = 10;

	private final ZstdDecompressCtx context = new ZstdDecompressCtx().setLongMax(WINDOW_LOG);
	private boolean inFrame;
	private boolean first = true;
	private boolean full;

	ZstdInput(InputStream packed) {
		super(packed, ZstdFormat.LABEL);
	}

	@Override
	synchronized int unpack(byte[] to, int at, int length) throws IOException {
		final var out = ByteBuffer.wrap(to, at, length);
		while (out.position() == at) {
			// a decoder that had filled its output may hold more of it, without any further input
			if (!full && !in.more()) {
				if (inFrame || first) {
					throw Broken.truncated(label, in.offset());
				}
				return -1;
			}
			step(out);
		}
		return out.position() - at;
	}

	private void step(ByteBuffer out) throws IOException {
		final long start = in.offset();
		final boolean begins = !inFrame;
		final var data = ByteBuffer.wrap(in.buffer(), in.next(), in.buffered());
		try {
			inFrame = !context.decompressByteBufferStream(out, data);
		} catch (ZstdException e) {
			throw begins && !first && e.getErrorCode() == UNKNOWN_PREFIX ? Broken.garbage(label, start) : Broken.corrupt(label, start, e.getMessage());
		}
		in.consume(data.position() - in.next());
		full = inFrame && !out.hasRemaining();
		first = false;
	}

	@Override
	public void close() throws IOException {
		in.close();
		synchronized (this) {
			context.close();
		}
	}
}
