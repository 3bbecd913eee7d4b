package dev.benchtop.disk.linux;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

import dev.benchtop.disk.DiskIo;

/** An open block device. The numbers of its ioctls stand in linux/fs.h. Closed for good when the last call in it has come back. */
final class BlockFile implements DiskIo {

	private static final long BLKRRPART = 0x125F;
	private static final long BLKFLSBUF = 0x1261;
	private static final long BLKSSZGET = 0x1268;
	private static final long BLKZEROOUT = 0x127F;
	private static final long BLKGETSIZE64 = 0x80081272L;
	private static final long BLKGETDISKSEQ = 0x80081280L;
	private static final int EINTR = 4;
	private static final long SETTLE_SECONDS = 10;

	private final int file;
	private final int blockSize;
	private final long size;
	private final long sequence;
	private int users;
	private boolean closed;

	/** Takes over an open file, and closes it if it is no block device. */
	BlockFile(int file) throws IOException {
		this.file = file;
		try {
			this.blockSize = Math.max(512, (int) number(BLKSSZGET));
			this.size = number(BLKGETSIZE64);
			this.sequence = count();
		} catch (IOException e) {
			Posix.close(file);
			throw e;
		}
	}

	private long number(long request) throws IOException {
		try (var arena = Arena.ofConfined()) {
			final MemorySegment value = arena.allocate(ValueLayout.JAVA_LONG);
			Posix.ioctl(file, request, value);
			return request == BLKSSZGET ? value.get(ValueLayout.JAVA_INT, 0) : value.get(ValueLayout.JAVA_LONG, 0);
		}
	}

	/** Kernels before 5.15 do not count. */
	private long count() {
		try {
			return number(BLKGETDISKSEQ);
		} catch (IOException e) {
			return 0;
		}
	}

	/** Something that is done with the file while nobody can close it. */
	@FunctionalInterface
	private interface Use<T> {
		T run() throws IOException;
	}

	private <T> T use(Use<T> use) throws IOException {
		synchronized (this) {
			if (closed) {
				throw new IOException(Messages.BlockFile_closed);
			}
			users++;
		}
		try {
			while (true) {
				try {
					return use.run();
				} catch (Posix.Failure e) {
					if (e.number() != EINTR) {
						throw e;
					}
				}
			}
		} finally {
			release();
		}
	}

	private void release() throws IOException {
		final boolean last;
		synchronized (this) {
			users--;
			last = closed && users == 0;
		}
		if (last) {
			Posix.close(file);
		}
	}

	@Override
	public int blockSize() {
		return blockSize;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public long sequence() {
		return sequence;
	}

	@Override
	public int read(ByteBuffer data, long position) throws IOException {
		final int count = use(() -> Posix.read(file, MemorySegment.ofBuffer(data), position));
		data.position(data.position() + count);
		return count == 0 && data.hasRemaining() ? -1 : count;
	}

	@Override
	public int write(ByteBuffer data, long position) throws IOException {
		final int count = use(() -> Posix.write(file, MemorySegment.ofBuffer(data), position));
		data.position(data.position() + count);
		return count;
	}

	@Override
	public void zero(long position, long length) throws IOException {
		try (var arena = Arena.ofConfined()) {
			final MemorySegment range = arena.allocateFrom(ValueLayout.JAVA_LONG, position, length);
			use(() -> {
				Posix.ioctl(file, BLKZEROOUT, range);
				return null;
			});
		}
	}

	@Override
	public void sync() throws IOException {
		use(() -> {
			Posix.sync(file);
			return null;
		});
	}

	@Override
	public void settle() throws IOException {
		for (final long request : new long[] {BLKFLSBUF, BLKRRPART}) {
			try {
				use(() -> {
					Posix.ioctl(file, request, MemorySegment.NULL);
					return null;
				});
			} catch (Posix.Failure e) {
				// without the right to it, on a partition, or on a loop device without partitions: udev does it when the file is closed
				log(Level.DEBUG, e);
			}
		}
		awaitUdev();
	}

	/** Waits until udev has looked at what is new. */
	private static void awaitUdev() throws IOException {
		final Process udev;
		try {
			udev = new ProcessBuilder("udevadm", "settle", "--timeout=" + SETTLE_SECONDS).redirectErrorStream(true) //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
					.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
		} catch (IOException e) {
			// a system without udev has nothing that would read on
			log(Level.DEBUG, e);
			return;
		}
		try {
			if (!udev.waitFor(SETTLE_SECONDS + 1, TimeUnit.SECONDS)) {
				udev.destroy();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private static void log(Level level, Exception reason) {
		System.getLogger(BlockFile.class.getName()).log(level, reason.toString());
	}

	@Override
	public void close() throws IOException {
		final boolean now;
		synchronized (this) {
			now = !closed && users == 0;
			closed = true;
		}
		if (now) {
			Posix.close(file);
		}
	}
}
