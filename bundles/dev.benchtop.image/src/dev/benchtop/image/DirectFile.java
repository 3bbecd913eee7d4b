package dev.benchtop.image;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import com.sun.nio.file.ExtendedOpenOption;

/** An open file or device, written and read past the page cache where the system lets it, else through it. Thread-safe. */
final class DirectFile implements Closeable {

	/** How much may wait in the page cache, in bytes, so that neither a sync nor a cancellation takes long. */
	private static final long MOST_UNSYNCED = 64L << 20;

	private final FileChannel cached;
	private final int block;
	/** Null where the system has none. */
	private volatile FileChannel direct;
	private volatile boolean directWorks;
	private long unsynced;

	private DirectFile(FileChannel cached, FileChannel direct, int block) {
		this.cached = cached;
		this.direct = direct;
		this.block = block;
	}

	/** Opens a file that is there already. */
	static DirectFile open(Path file) throws IOException {
		final var cached = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			final long block = Files.getFileStore(file).getBlockSize();
			return new DirectFile(cached, openDirect(file), (int) Math.max(block, 512));
		} catch (IOException | RuntimeException e) {
			cached.close();
			throw e;
		}
	}

	private static FileChannel openDirect(Path file) {
		try {
			return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
		} catch (IOException | UnsupportedOperationException e) {
			// a memory or network file system has no such thing, and does without
			return null;
		}
	}

	void write(ByteBuffer data, long position) throws IOException {
		long at = position;
		if (direct instanceof FileChannel channel && at % block == 0 && data.remaining() >= block) {
			at = writeDirect(channel, data, at);
		}
		while (data.hasRemaining()) {
			final int count = cached.write(data, at);
			at += count;
			limitUnsynced(count);
		}
	}

	/** Writes whole blocks and returns where it came to. */
	private long writeDirect(FileChannel channel, ByteBuffer data, long position) throws IOException {
		final int limit = data.limit();
		long at = position;
		data.limit(limit - data.remaining() % block);
		try {
			while (data.hasRemaining() && at % block == 0) {
				at += channel.write(data, at);
				directWorks = true;
			}
		} catch (IOException e) {
			if (directWorks || !channel.isOpen()) {
				throw e;
			}
			giveUpDirect(channel);
		} finally {
			data.limit(limit);
		}
		return at;
	}

	/** Some file systems open a file so and then refuse every access. */
	private void giveUpDirect(FileChannel channel) throws IOException {
		direct = null;
		channel.close();
	}

	private void limitUnsynced(int count) throws IOException {
		final boolean due;
		synchronized (this) {
			unsynced += count;
			due = unsynced >= MOST_UNSYNCED;
			unsynced = due ? 0 : unsynced;
		}
		if (due) {
			cached.force(false);
		}
	}

	int read(ByteBuffer data, long position) throws IOException {
		final int start = data.position();
		int count = 0;
		while (data.hasRemaining() && count >= 0) {
			count = readSome(data, position + data.position() - start);
		}
		return data.position() == start && count < 0 ? -1 : data.position() - start;
	}

	private int readSome(ByteBuffer data, long position) throws IOException {
		if (direct instanceof FileChannel channel && position % block == 0) {
			try {
				final int count = readDirect(channel, data, position);
				directWorks = true;
				return count;
			} catch (IOException e) {
				if (directWorks || !channel.isOpen()) {
					throw e;
				}
				giveUpDirect(channel);
			}
		}
		return cached.read(data, position);
	}

	private int readDirect(FileChannel channel, ByteBuffer data, long position) throws IOException {
		if (data.remaining() >= block) {
			final int limit = data.limit();
			data.limit(limit - data.remaining() % block);
			try {
				return channel.read(data, position);
			} finally {
				data.limit(limit);
			}
		}
		final var whole = ByteBuffer.allocate(block);
		final int count = channel.read(whole, position);
		if (count > 0) {
			data.put(whole.flip().limit(Math.min(count, data.remaining())));
		}
		return Math.min(count, whole.position());
	}

	void sync() throws IOException {
		cached.force(true);
	}

	long size() throws IOException {
		return cached.size();
	}

	/** Gives a regular file this length. */
	void setSize(long length) throws IOException {
		if (cached.size() > length) {
			cached.truncate(length);
		} else if (cached.size() < length) {
			cached.write(ByteBuffer.allocate(1), length - 1);
		}
	}

	@Override
	public void close() throws IOException {
		try (cached; var _ = direct) {
			// closes both, whatever becomes of the other
		}
	}
}
