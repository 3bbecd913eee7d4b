package dev.benchtop.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import com.github.luben.zstd.EndDirective;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;

import dev.benchtop.core.BlockInput;

/** A file that is packed with Zstandard while it is written, from its first byte to its last. */
final class PackedTarget extends StagedTarget {

	static final String SUFFIX = ".zst"; //$NON-NLS-1$
	private static final int LEVEL = 3;
	private static final int MOST_WORKERS = 8;

	private final long length;

	/** @param length how many bytes will be written, before they are packed */
	PackedTarget(Path file, long length) {
		super(file);
		this.length = length;
	}

	@Override
	public OptionalLong capacity() {
		return OptionalLong.empty();
	}

	@Override
	Session session(StagedFile staged) {
		return new PackedSession(staged, length);
	}

	private static final class PackedSession implements Session {

		private static final int OUT = 1 << 20;

		private final StagedFile staged;
		private final DirectFile data;
		private final ZstdCompressCtx packer = new ZstdCompressCtx();
		private final ByteBuffer out = ByteBuffer.allocateDirect(OUT);
		private long position;
		private long packed;
		private boolean finished;
		private InputStream back;
		private long backAt;

		PackedSession(StagedFile staged, long length) {
			this.staged = staged;
			this.data = staged.data();
			packer.setLevel(LEVEL).setChecksum(true).setWorkers(Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors())).setPledgedSrcSize(length);
		}

		@Override
		public synchronized void write(ByteBuffer bytes, long at) throws IOException {
			if (at != position) {
				throw new IOException(NLS.bind(Messages.PackedTarget_order, at, position));
			}
			position += bytes.remaining();
			while (bytes.hasRemaining()) {
				pack(bytes, EndDirective.CONTINUE);
			}
		}

		private boolean pack(ByteBuffer bytes, EndDirective end) throws IOException {
			final boolean done = packer.compressDirectByteBufferStream(out.clear(), bytes, end);
			out.flip();
			final int count = out.remaining();
			data.write(out, packed);
			packed += count;
			return done;
		}

		/** All that is written is one whole frame from then on. */
		@Override
		public synchronized void sync() throws IOException {
			if (!finished) {
				final var nothing = ByteBuffer.allocateDirect(0);
				while (!pack(nothing, EndDirective.END)) {
					// the packer has more to say
				}
				finished = true;
			}
			data.sync();
		}

		@Override
		public synchronized int read(ByteBuffer bytes, long at) throws IOException {
			if (back == null || at < backAt) {
				back = new ZstdInputStreamNoFinalizer(new PackedBytes(data, packed));
				backAt = 0;
			}
			back.skipNBytes(at - backAt);
			backAt = at;
			final byte[] piece = new byte[bytes.remaining()];
			final int count = back.readNBytes(piece, 0, piece.length);
			bytes.put(piece, 0, count);
			backAt += count;
			return count == 0 && piece.length > 0 ? -1 : count;
		}

		@Override
		public synchronized void commit(long length) throws IOException {
			if (position != length || !finished) {
				throw new EOFException(NLS.bind(Messages.PackedTarget_order, length, position));
			}
			staged.commit();
		}

		@Override
		public void close() throws IOException {
			staged.close();
			synchronized (this) {
				packer.close();
			}
		}
	}

	/** The packed bytes as a stream. */
	private static final class PackedBytes extends BlockInput {

		private final DirectFile data;
		private final long end;
		private long at;

		PackedBytes(DirectFile data, long end) {
			this.data = data;
			this.end = end;
		}

		@Override
		public int read(byte[] to, int offset, int length) throws IOException {
			if (at >= end) {
				return -1;
			}
			final int count = data.read(ByteBuffer.wrap(to, offset, (int) Math.min(length, end - at)), at);
			at += Math.max(0, count);
			return count;
		}
	}
}
