package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * What a board sees of a disk that it does not use at the moment: the overlay, and below it the base.
 * Reads version 2 and 3 of qcow2 as {@code qemu-img create} makes it; compressed or encrypted clusters are refused.
 */
final class Qcow implements SeekableByteChannel {

	private static final int MAGIC = 0x514649fb;
	private static final long OFFSET = 0x00ff_ffff_ffff_fe00L;
	private static final long COMPRESSED = 1L << 62;
	private static final long ZERO = 1;
	private static final long FEATURES_UNDERSTOOD = 1;

	private final FileChannel overlay;
	private final Optional<FileChannel> base;
	private final int clusterBits;
	private final long size;
	private final long[] first;
	private long[] second;
	private int secondOf = -1;
	private long position;

	private Qcow(FileChannel overlay, Optional<FileChannel> base) throws IOException {
		this.overlay = overlay;
		this.base = base;
		final ByteBuffer header = read(overlay, 0, 104);
		if (header.getInt(0) != MAGIC || header.getInt(32) != 0 || header.getInt(4) > 2 && (header.getLong(72) & ~FEATURES_UNDERSTOOD) != 0) {
			throw new IOException(Messages.Qcow_unknown);
		}
		this.clusterBits = header.getInt(20);
		this.size = header.getLong(24);
		this.first = longs(header.getLong(40), header.getInt(36));
	}

	/** Opens an overlay, and what it lies on where it lies on something. */
	static Qcow open(Path overlay, Optional<Path> base) throws IOException {
		final var upper = FileChannel.open(overlay, StandardOpenOption.READ);
		Optional<FileChannel> lower = Optional.empty();
		try {
			if (base.isPresent()) {
				lower = Optional.of(FileChannel.open(base.get(), StandardOpenOption.READ));
			}
			return new Qcow(upper, lower);
		} catch (IOException e) {
			upper.close();
			if (lower.isPresent()) {
				lower.get().close();
			}
			throw e;
		}
	}

	/** How long the disk is for the board. */
	@Override
	public long size() {
		return size;
	}

	/** Whether this layer says anything of any cluster, be it only that it reads as zeros. */
	boolean isWritten() throws IOException {
		for (int table = 0; table < first.length; table++) {
			if ((first[table] & OFFSET) != 0) {
				load(table);
				for (final long entry : second) {
					if (entry != 0) {
						return true;
					}
				}
			}
		}
		return false;
	}

	/** The end of what was written to the overlay; 0 where nothing was. */
	long writtenEnd() throws IOException {
		final int entries = 1 << clusterBits - 3;
		for (int table = first.length - 1; table >= 0; table--) {
			if ((first[table] & OFFSET) != 0) {
				load(table);
				for (int entry = entries - 1; entry >= 0; entry--) {
					if ((second[entry] & OFFSET) != 0 && (second[entry] & ZERO) == 0) {
						return Math.min(size, ((long) table * entries + entry + 1) << clusterBits);
					}
				}
			}
		}
		return 0;
	}

	/**
	 * How much of the disk is worth keeping: the length of the image that was flashed, or the whole disk once something was written
	 * past it.
	 */
	long contentLength(long imageLength) throws IOException {
		final long written = writtenEnd();
		final long cluster = 1L << clusterBits;
		if (written <= imageLength) {
			return imageLength;
		}
		return written - imageLength < cluster && isZero(imageLength, written) ? imageLength : size;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		final int limit = target.limit();
		if (position >= size) {
			return target.hasRemaining() ? -1 : 0;
		}
		int total = 0;
		while (target.hasRemaining() && position < size) {
			final int length = (int) Math.min(Math.min(target.remaining(), size - position), (1L << clusterBits) - offsetInCluster());
			target.limit(target.position() + length);
			fill(target);
			target.limit(limit);
			position += length;
			total += length;
		}
		return total;
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public SeekableByteChannel position(long newPosition) {
		position = newPosition;
		return this;
	}

	@Override
	public int write(ByteBuffer source) {
		throw new NonWritableChannelException();
	}

	@Override
	public SeekableByteChannel truncate(long newSize) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return overlay.isOpen();
	}

	@Override
	public void close() throws IOException {
		try (overlay) {
			if (base.isPresent()) {
				base.get().close();
			}
		}
	}

	private void fill(ByteBuffer target) throws IOException {
		final long entry = entry(position >> clusterBits);
		if ((entry & COMPRESSED) != 0) {
			throw new IOException(Messages.Qcow_unknown);
		}
		final long cluster = entry & OFFSET;
		if ((entry & ZERO) != 0) {
			zero(target);
		} else if (cluster != 0) {
			readFully(overlay, target, cluster + offsetInCluster());
		} else if (base.isPresent()) {
			readFully(base.get(), target, position);
		} else {
			zero(target);
		}
	}

	private long entry(long cluster) throws IOException {
		final int table = (int) (cluster >> clusterBits - 3);
		if ((first[table] & OFFSET) == 0) {
			return 0;
		}
		load(table);
		return second[(int) (cluster & (1 << clusterBits - 3) - 1)];
	}

	private void load(int table) throws IOException {
		if (secondOf != table) {
			second = longs(first[table] & OFFSET, 1 << clusterBits - 3);
			secondOf = table;
		}
	}

	private boolean isZero(long from, long to) throws IOException {
		final var bytes = ByteBuffer.allocate((int) (to - from));
		position = from;
		while (bytes.hasRemaining() && read(bytes) >= 0) {
			continue;
		}
		position = 0;
		for (int index = 0; index < bytes.position(); index++) {
			if (bytes.get(index) != 0) {
				return false;
			}
		}
		return true;
	}

	private long offsetInCluster() {
		return position & (1L << clusterBits) - 1;
	}

	private long[] longs(long offset, int count) throws IOException {
		final var numbers = new long[count];
		read(overlay, offset, count * Long.BYTES).asLongBuffer().get(numbers);
		return numbers;
	}

	private static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
		final var bytes = ByteBuffer.allocate(length);
		readFully(file, bytes, offset);
		return bytes.flip();
	}

	/** What lies past the end of the file is zero, as QEMU has it. */
	private static void readFully(FileChannel file, ByteBuffer target, long offset) throws IOException {
		long at = offset;
		while (target.hasRemaining()) {
			final int count = file.read(target, at);
			if (count < 0) {
				zero(target);
				return;
			}
			at += count;
		}
	}

	private static void zero(ByteBuffer target) {
		target.put(new byte[target.remaining()]);
	}
}
