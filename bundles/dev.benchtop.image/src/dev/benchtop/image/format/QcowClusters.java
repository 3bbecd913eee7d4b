package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.eclipse.osgi.util.NLS;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/** The clusters of a qcow2 image, version 2 or 3, as QEMU's docs/interop/qcow2.txt lays them out. */
final class QcowClusters implements Clusters {

	private static final int HEAD = 112;
	private static final int DEEPEST = 16;
	private static final int MOST_TABLES = 1 << 22;
	private static final long OFFSET = 0x00ff_ffff_ffff_fe00L;
	private static final long COMPRESSED = 1L << 62;
	private static final long ZERO = 1;
	private static final int CORRUPT = 2;
	private static final int COMPRESSION_TYPE = 8;
	/** What is known: that it was not closed well, which only concerns its counts, and the kind of compression. */
	private static final int KNOWN = 1 | CORRUPT | COMPRESSION_TYPE;

	private final Bytes file;
	private final Base base;
	private final int bits;
	private final long size;
	private final boolean zstd;
	private final long[] tables;
	private long heldTable = -1;
	private ByteBuffer table;

	/** What an image is based on. */
	private interface Base {
		void read(long position, byte[] to) throws IOException;

		void close() throws IOException;
	}

	private QcowClusters(Bytes file, Base base, int bits, long size, boolean zstd, long[] tables) {
		this.file = file;
		this.base = base;
		this.bits = bits;
		this.size = size;
		this.zstd = zstd;
		this.tables = tables;
	}

	/** @param depth how many images are based on this one */
	static QcowClusters open(Bytes file, int depth) throws IOException {
		final var head = Fields.read(file, 0, HEAD).order(ByteOrder.BIG_ENDIAN);
		if (head.remaining() < 72) {
			throw Broken.truncated(QcowFormat.LABEL, head.remaining());
		}
		final int version = head.getInt(4);
		final int bits = head.getInt(20);
		final long size = head.getLong(24);
		if (version < 2 || version > 3 || bits < 9 || bits > 21 || size < 0) {
			throw Broken.corrupt(QcowFormat.LABEL, 4, Messages.Disk_head);
		}
		final long features = version == 2 || head.remaining() < 104 ? 0 : head.getLong(72);
		if (head.getInt(32) != 0 || (features & ~KNOWN) != 0) {
			throw new IOException(NLS.bind(Messages.Disk_feature, QcowFormat.LABEL));
		}
		if ((features & CORRUPT) != 0) {
			throw Broken.corrupt(QcowFormat.LABEL, 72, Messages.Qcow_marked);
		}
		final boolean zstd = (features & COMPRESSION_TYPE) != 0 && head.get(104) == 1;
		final long clusters = (size + (1L << bits) - 1) >> bits;
		final int count = head.getInt(36);
		if (count < 0 || count > MOST_TABLES || count < (clusters + (1L << bits - 3) - 1) >> bits - 3) {
			throw Broken.corrupt(QcowFormat.LABEL, 36, Messages.Disk_head);
		}
		final var first = Fields.read(file, head.getLong(40), count * 8).order(ByteOrder.BIG_ENDIAN);
		if (first.remaining() < count * 8) {
			throw Broken.truncated(QcowFormat.LABEL, file.size());
		}
		final var tables = new long[count];
		first.asLongBuffer().get(tables);
		return new QcowClusters(file, base(file, head.getLong(8), head.getInt(16), depth), bits, size, zstd, tables);
	}

	/** Opens the file that an image is based on; null where there is none. */
	private static Base base(Bytes file, long at, int length, int depth) throws IOException {
		if (at == 0) {
			return null;
		}
		if (length <= 0 || length > 1023) {
			throw Broken.corrupt(QcowFormat.LABEL, 16, Messages.Disk_head);
		}
		final String name = StandardCharsets.UTF_8.decode(Fields.read(file, at, length)).toString();
		final Path here = file.file().orElseThrow(() -> new IOException(NLS.bind(Messages.Qcow_base, name, Messages.Qcow_afar)));
		if (depth == DEEPEST || name.contains(":")) { //$NON-NLS-1$
			throw new IOException(NLS.bind(Messages.Qcow_base, name, Messages.Qcow_strange));
		}
		final Path based = here.toAbsolutePath().resolveSibling(name);
		FileChannel channel = null;
		try {
			channel = FileChannel.open(based, StandardOpenOption.READ);
			return base(channel, Bytes.of(channel, based), depth);
		} catch (IOException e) {
			if (channel != null) {
				channel.close();
			}
			throw new IOException(NLS.bind(Messages.Qcow_base, name, e.getMessage()), e);
		}
	}

	private static Base base(FileChannel channel, Bytes bytes, int depth) throws IOException {
		final boolean same = new QcowFormat().matches(Fields.read(bytes, 0, 4));
		final ClusterReader reader = same ? new ClusterReader(open(bytes, depth + 1)) : null;
		return new Base() {
			@Override
			public void read(long position, byte[] to) throws IOException {
				final int count;
				if (reader != null) {
					count = reader.read(to, position);
				} else {
					final var data = Fields.read(bytes, position, to.length);
					count = data.remaining();
					data.get(to, 0, count);
				}
				Arrays.fill(to, count, to.length, (byte) 0);
			}

			@Override
			public void close() throws IOException {
				try (channel) {
					if (reader != null) {
						reader.close();
					}
				}
			}
		};
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public int cluster() {
		return 1 << bits;
	}

	@Override
	public void read(long index, byte[] to) throws IOException {
		final long entry = entry(index);
		if ((entry & COMPRESSED) != 0) {
			unpack(entry, to);
		} else if ((entry & ZERO) != 0 || (entry & OFFSET) == 0 && base == null) {
			Arrays.fill(to, (byte) 0);
		} else if ((entry & OFFSET) == 0) {
			base.read(index << bits, to);
		} else {
			final var data = Fields.read(file, entry & OFFSET, to.length);
			final int count = data.remaining();
			if (count < to.length && (index + 1) << bits <= size) {
				throw Broken.truncated(QcowFormat.LABEL, file.size());
			}
			data.get(to, 0, count);
			Arrays.fill(to, count, to.length, (byte) 0);
		}
	}

	private long entry(long index) throws IOException {
		final long offset = tables[(int) (index >> bits - 3)] & OFFSET;
		if (offset == 0) {
			return 0;
		}
		if (offset != heldTable) {
			heldTable = -1;
			table = Fields.read(file, offset, 1 << bits).order(ByteOrder.BIG_ENDIAN);
			if (table.remaining() < 1 << bits) {
				throw Broken.truncated(QcowFormat.LABEL, file.size());
			}
			heldTable = offset;
		}
		return table.getLong((int) (index & (1L << bits - 3) - 1) * 8);
	}

	private void unpack(long entry, byte[] to) throws IOException {
		final int offsetBits = 62 - (bits - 8);
		final long offset = entry & (1L << offsetBits) - 1;
		final int sectors = (int) ((entry & COMPRESSED - 1) >> offsetBits) + 1;
		final var packed = Fields.read(file, offset, sectors * 512 - (int) (offset & 511));
		final byte[] data = new byte[packed.remaining()];
		packed.get(data);
		final int count = zstd ? unpackZstd(data, to, offset) : inflate(data, to, offset);
		if (count < to.length) {
			throw Broken.corrupt(QcowFormat.LABEL, offset);
		}
	}

	private static int inflate(byte[] data, byte[] to, long offset) throws IOException {
		final var inflater = new Inflater(true);
		try {
			inflater.setInput(data);
			return inflater.inflate(to);
		} catch (DataFormatException e) {
			throw Broken.corrupt(QcowFormat.LABEL, offset, e);
		} finally {
			inflater.end();
		}
	}

	private static int unpackZstd(byte[] data, byte[] to, long offset) throws IOException {
		final var out = ByteBuffer.wrap(to);
		try (var context = new ZstdDecompressCtx()) {
			context.decompressByteBufferStream(out, ByteBuffer.wrap(data));
			return out.position();
		} catch (ZstdException e) {
			throw Broken.corrupt(QcowFormat.LABEL, offset, e.getMessage());
		}
	}

	@Override
	public void close() throws IOException {
		if (base != null) {
			base.close();
		}
	}
}
