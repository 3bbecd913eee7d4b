package dev.benchtop.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A file as a staged target, written sparse. */
public final class FileTarget extends StagedTarget {

	private final OptionalLong capacity;

	/** A file that may become as long as the disk has room. */
	public FileTarget(Path file) {
		this(file, OptionalLong.empty());
	}

	/** A file that takes at most {@code capacity} bytes. */
	public FileTarget(Path file, OptionalLong capacity) {
		super(file);
		this.capacity = capacity;
	}

	@Override
	public OptionalLong capacity() {
		return capacity;
	}

	@Override
	Session session(StagedFile staged) {
		return new FileSession(staged);
	}

	private static final class FileSession implements Session {
		private final StagedFile staged;
		private final DirectFile data;
		/** Everything behind it has never been written, and so reads as zeros. */
		private long end;

		FileSession(StagedFile staged) {
			this.staged = staged;
			this.data = staged.data();
		}

		@Override
		public void write(ByteBuffer bytes, long position) throws IOException {
			final boolean fresh = advance(position, position + bytes.remaining());
			if (fresh) {
				Zeros.skip(bytes, position, data::write);
			} else {
				data.write(bytes, position);
			}
		}

		private synchronized boolean advance(long from, long to) {
			final boolean fresh = from >= end;
			end = Math.max(end, to);
			return fresh;
		}

		@Override
		public int read(ByteBuffer bytes, long position) throws IOException {
			return data.read(bytes, position);
		}

		@Override
		public void sync() throws IOException {
			final long length;
			synchronized (this) {
				length = end;
			}
			if (data.size() < length) {
				data.setSize(length);
			}
			data.sync();
		}

		@Override
		public void commit(long length) throws IOException {
			data.setSize(length);
			data.sync();
			staged.commit();
		}

		@Override
		public void close() throws IOException {
			staged.close();
		}
	}
}
