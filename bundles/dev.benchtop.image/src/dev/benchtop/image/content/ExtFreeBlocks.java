package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.image.content.FreeSpace.Gap;

/** The free blocks of an ext2, ext3 or ext4 file system, by its block bitmaps; see the kernel's Documentation/filesystems/ext4. */
final class ExtFreeBlocks {

	private static final int SUPER = 1024;
	private static final int MAGIC = 0xef53;
	private static final int NEEDS_RECOVERY = 0x4;
	private static final int META_GROUPS = 0x10;
	private static final int WIDE = 0x80;
	private static final int SPARSE_SUPER2 = 0x200;
	private static final int CLUSTERS = 0x200;
	private static final int UNINITIALIZED = 0x2;
	private static final int CLEAN = 1;

	private final Content content;
	private final long start;
	private final long end;
	private final ByteBuffer sector;
	private final int blockSize;
	private final long first;
	private final long blocks;
	private final long perGroup;
	private final int entrySize;
	private final List<Gap> gaps = new ArrayList<>();

	private ExtFreeBlocks(Content content, long start, long end, ByteBuffer sector) {
		this.content = content;
		this.start = start;
		this.end = end;
		this.sector = sector;
		this.blockSize = 1024 << sector.getInt(0x18);
		this.first = number(0x14);
		final boolean wide = (sector.getInt(0x60) & WIDE) != 0;
		this.blocks = number(0x4) | (wide ? number(0x150) << 32 : 0);
		this.perGroup = number(0x20);
		this.entrySize = wide ? Math.max(64, sector.getShort(0xfe) & 0xffff) : 32;
	}

	/** The gaps that a file system from {@code start} to {@code end} leaves; none where there is none of this kind that can be trusted. */
	static List<Gap> find(Content content, long start, long end) throws IOException {
		final ByteBuffer sector = content.read(start + SUPER, SUPER);
		if (sector.remaining() < SUPER || (sector.getShort(0x38) & 0xffff) != MAGIC) {
			return List.of();
		}
		final int incompatible = sector.getInt(0x60);
		final boolean trusted = (sector.getShort(0x3a) & CLEAN) != 0 && (incompatible & (NEEDS_RECOVERY | META_GROUPS)) == 0
				&& (sector.getInt(0x64) & CLUSTERS) == 0 && (sector.getInt(0x5c) & SPARSE_SUPER2) == 0 && sector.getInt(0x18) <= 6 && sector.getInt(0x20) > 0;
		if (!trusted) {
			return List.of();
		}
		return new ExtFreeBlocks(content, start, end, sector).find();
	}

	private long number(int at) {
		return Integer.toUnsignedLong(sector.getInt(at));
	}

	private List<Gap> find() throws IOException {
		final long groups = (blocks - first + perGroup - 1) / perGroup;
		if (start + blocks * blockSize > end) {
			return List.of();
		}
		final long table = start + (first + 1) * blockSize;
		for (long group = 0; group < groups; group++) {
			final ByteBuffer entry = content.read(table + group * entrySize, entrySize);
			if (entry.remaining() < entrySize) {
				return List.of();
			}
			final long from = first + group * perGroup;
			final long to = Math.min(from + perGroup, blocks);
			if ((entry.getShort(0x12) & UNINITIALIZED) != 0) {
				gap(Math.max(from + metadata(), own(entry, from, to)), to, true);
			} else {
				bitmap(content.read(start + place(entry, 0x0, 0x20) * blockSize, blockSize), from, to);
			}
		}
		return gaps;
	}

	/** How many blocks a group's copy of the super block and of the group table takes at most. */
	private long metadata() {
		final long groups = (blocks - first + perGroup - 1) / perGroup;
		return 1 + (groups * entrySize + blockSize - 1) / blockSize + (sector.getShort(0xce) & 0xffff);
	}

	/** Behind what of a group's bitmaps and inode table lies in it. */
	private long own(ByteBuffer entry, long from, long to) {
		final long inodes = number(0x28) * Math.max(128, sector.getShort(0x58) & 0xffff);
		final long[] ends = {place(entry, 0x0, 0x20) + 1, place(entry, 0x4, 0x24) + 1, place(entry, 0x8, 0x28) + (inodes + blockSize - 1) / blockSize};
		long behind = from;
		for (final long behindOne : ends) {
			if (behindOne > from && behindOne <= to) {
				behind = Math.max(behind, behindOne);
			}
		}
		return behind;
	}

	private long place(ByteBuffer entry, int low, int high) {
		return Integer.toUnsignedLong(entry.getInt(low)) | (entrySize > 32 ? Integer.toUnsignedLong(entry.getInt(high)) << 32 : 0);
	}

	private void bitmap(ByteBuffer bits, long from, long to) {
		long free = -1;
		for (long block = from; block <= to; block++) {
			final int bit = (int) (block - from);
			final boolean used = block == to || bit / 8 >= bits.remaining() || (bits.get(bit / 8) >> bit % 8 & 1) != 0;
			if (used && free >= 0) {
				gap(free, block, false);
				free = -1;
			} else if (!used && free < 0) {
				free = block;
			}
		}
	}

	private void gap(long from, long to, boolean ifZero) {
		if (to > from) {
			gaps.add(new Gap(start + from * blockSize, (to - from) * blockSize, ifZero));
		}
	}
}
