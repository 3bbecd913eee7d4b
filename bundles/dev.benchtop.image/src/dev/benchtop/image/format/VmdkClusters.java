package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.eclipse.osgi.util.NLS;

/** The grains of a hosted sparse extent (VMware's Virtual Disk Format 5.0), with or without compression. */
final class VmdkClusters implements Clusters {

	private static final int SECTOR = 512;
	private static final int ZEROED_GRAINS = 1 << 2;
	private static final int COMPRESSED_GRAINS = 1 << 16;
	private static final int DEFLATE = 1;
	/** The grain of this number is zeros, where the flags say so. */
	private static final int ZEROED = 1;
	private static final int LARGEST_GRAIN = 4096;
	private static final int MOST_TABLES = 1 << 22;
	private static final int LONGEST_DESCRIPTOR = 1 << 20;
	private static final Pattern PARENT = Pattern.compile("(?m)^\\s*parentCID\\s*=\\s*(?!ffffffff)\\S+"); //$NON-NLS-1$

	private final Bytes file;
	private final int flags;
	private final int grain;
	private final long size;
	private final int perTable;
	private final ByteBuffer directory;
	private int heldTable = -1;
	private ByteBuffer table;

	private VmdkClusters(Bytes file, ByteBuffer head) throws IOException {
		this.file = file;
		this.flags = head.getInt(8);
		final long grainSectors = head.getLong(20);
		final long sectors = head.getLong(12);
		final boolean packed = (flags & COMPRESSED_GRAINS) != 0;
		if (head.getInt(4) < 1 || head.getInt(4) > 3 || grainSectors <= 0 || grainSectors > LARGEST_GRAIN || sectors < 0 || sectors > Long.MAX_VALUE / SECTOR
				|| head.getInt(44) <= 0 || head.getInt(44) > 1 << 16 || packed && head.getShort(77) != DEFLATE) {
			throw Broken.corrupt(VmdkFormat.LABEL, 4, Messages.Disk_head);
		}
		this.grain = (int) grainSectors * SECTOR;
		this.size = sectors * SECTOR;
		this.perTable = head.getInt(44);
		final long grains = (size + grain - 1) / grain;
		final long tables = (grains + perTable - 1) / perTable;
		if (tables > MOST_TABLES) {
			throw Broken.corrupt(VmdkFormat.LABEL, 12, Messages.Disk_head);
		}
		this.directory = need(head.getLong(56) * SECTOR, (int) tables * 4);
		if (PARENT.matcher(descriptor(head)).find()) {
			throw new IOException(NLS.bind(Messages.Disk_feature, VmdkFormat.LABEL));
		}
	}

	static VmdkClusters open(Bytes file) throws IOException {
		var head = Fields.read(file, 0, SECTOR);
		if (head.remaining() == SECTOR && head.getLong(56) == -1) {
			// written as a stream: the head that tells all stands before the mark of its end
			head = Fields.read(file, file.size() - 2 * SECTOR, SECTOR);
		}
		if (head.remaining() < SECTOR || !Magic.startsWith(head, 'K', 'D', 'M', 'V')) {
			throw Broken.truncated(VmdkFormat.LABEL, file.size());
		}
		return new VmdkClusters(file, head);
	}

	private String descriptor(ByteBuffer head) throws IOException {
		final long at = head.getLong(28) * SECTOR;
		final int length = (int) Math.clamp(head.getLong(36) * SECTOR, 0, LONGEST_DESCRIPTOR);
		return at <= 0 ? "" : StandardCharsets.ISO_8859_1.decode(Fields.read(file, at, length)).toString(); //$NON-NLS-1$
	}

	private ByteBuffer need(long at, int length) throws IOException {
		if (at < 0 || at > file.size()) {
			throw Broken.corrupt(VmdkFormat.LABEL, Math.max(0, at));
		}
		final var data = Fields.read(file, at, length);
		if (data.remaining() < length) {
			throw Broken.truncated(VmdkFormat.LABEL, file.size());
		}
		return data;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public int cluster() {
		return grain;
	}

	@Override
	public void read(long index, byte[] to) throws IOException {
		final int number = (int) (index / perTable);
		final long tableAt = Integer.toUnsignedLong(directory.getInt(number * 4)) * SECTOR;
		if (tableAt == 0) {
			Arrays.fill(to, (byte) 0);
			return;
		}
		if (number != heldTable) {
			heldTable = -1;
			table = need(tableAt, perTable * 4);
			heldTable = number;
		}
		final long sector = Integer.toUnsignedLong(table.getInt((int) (index % perTable) * 4));
		if (sector == 0 || sector == ZEROED && (flags & ZEROED_GRAINS) != 0) {
			Arrays.fill(to, (byte) 0);
		} else if ((flags & COMPRESSED_GRAINS) != 0) {
			inflate(sector * SECTOR, index, to);
		} else {
			final int there = (int) Math.min(to.length, size - index * grain);
			need(sector * SECTOR, there).get(to, 0, there);
		}
	}

	private void inflate(long at, long index, byte[] to) throws IOException {
		final var mark = need(at, 12);
		final int length = mark.getInt(8);
		if (mark.getLong(0) != index * grain / SECTOR || length <= 0 || length > 2 * grain + SECTOR) {
			throw Broken.corrupt(VmdkFormat.LABEL, at);
		}
		final byte[] data = new byte[length];
		need(at + 12, length).get(data);
		final var inflater = new Inflater();
		try {
			inflater.setInput(data);
			final int count = inflater.inflate(to);
			if (count < Math.min(to.length, size - index * grain)) {
				throw Broken.corrupt(VmdkFormat.LABEL, at);
			}
			Arrays.fill(to, count, to.length, (byte) 0);
		} catch (DataFormatException e) {
			throw Broken.corrupt(VmdkFormat.LABEL, at, e);
		} finally {
			inflater.end();
		}
	}
}
