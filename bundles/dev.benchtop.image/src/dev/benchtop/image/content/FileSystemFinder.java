package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.image.FileSystemInfo;

/** Finds out by magic bytes which file system begins at a place. */
final class FileSystemFinder {

	/** The last magic, that of btrfs, lies behind 64 KiB. */
	private static final int HEAD = 72 << 10;
	private static final int EXT_JOURNAL = 0x4;
	/** Features that ext3 does not have: extents, 64 bit, flexible groups; large files, checksums, nanoseconds and the like. */
	private static final int EXT4_INCOMPATIBLE = 0x40 | 0x80 | 0x200;
	private static final int EXT4_READ_ONLY = 0x8 | 0x10 | 0x20 | 0x40 | 0x400;

	private final ByteBuffer data;

	private FileSystemFinder(ByteBuffer data) {
		this.data = data;
	}

	static Optional<FileSystemInfo> find(Content content, long position) throws IOException {
		return Optional.ofNullable(new FileSystemFinder(content.read(position, HEAD)).find());
	}

	private FileSystemInfo find() {
		if (has(3, "NTFS    ")) { //$NON-NLS-1$
			return info("NTFS", null, data.getLong(40) * Short.toUnsignedInt(data.getShort(11))); //$NON-NLS-1$
		}
		if (has(3, "EXFAT   ")) { //$NON-NLS-1$
			return info("exFAT", null, data.getLong(72) << data.get(108)); //$NON-NLS-1$
		}
		if (has(0, "XFSB")) { //$NON-NLS-1$
			final var big = data.duplicate().order(ByteOrder.BIG_ENDIAN);
			return info("XFS", text(108, 12), big.getLong(8) * big.getInt(4)); //$NON-NLS-1$
		}
		if (has(0, "hsqs")) { //$NON-NLS-1$
			return info("SquashFS", null, data.getLong(40)); //$NON-NLS-1$
		}
		if (has(0, "LUKS\u00ba\u00be")) { //$NON-NLS-1$
			return data.get(7) == 2 ? info("LUKS2", text(24, 48), 0) : info("LUKS", null, 0); //$NON-NLS-1$ //$NON-NLS-2$
		}
		if (has(512, "LABELONE") && has(536, "LVM2 001")) { //$NON-NLS-1$ //$NON-NLS-2$
			return info("LVM2", null, 0); //$NON-NLS-1$
		}
		if (has(1024 + 56, "\u0053\u00ef")) { //$NON-NLS-1$
			return ext();
		}
		if (has(1024, "\u00e2\u00e1\u00f5\u00e0")) { //$NON-NLS-1$
			return info("EROFS", text(1024 + 64, 16), 0); //$NON-NLS-1$
		}
		if (has(1024, "\u0010\u0020\u00f5\u00f2")) { //$NON-NLS-1$
			return info("F2FS", null, data.getLong(1024 + 36) << data.getInt(1024 + 16)); //$NON-NLS-1$
		}
		if (has(0, "\u0045\u003d\u00cd\u0028")) { //$NON-NLS-1$
			return info("cramfs", null, 0); //$NON-NLS-1$
		}
		if (has(0, "UBI#")) { //$NON-NLS-1$
			return info("UBI", null, 0); //$NON-NLS-1$
		}
		if (has(4096 - 10, "SWAPSPACE2")) { //$NON-NLS-1$
			return info("Linux swap", text(1024 + 28, 16), (Integer.toUnsignedLong(data.getInt(1024 + 4)) + 1) << 12); //$NON-NLS-1$
		}
		if (has((64 << 10) + 64, "_BHRfS_M")) { //$NON-NLS-1$
			return info("btrfs", text((64 << 10) + 299, 256), data.getLong((64 << 10) + 112)); //$NON-NLS-1$
		}
		if (has((32 << 10) + 1, "CD001")) { //$NON-NLS-1$
			return info("ISO 9660", text((32 << 10) + 40, 32), Integer.toUnsignedLong(data.getInt((32 << 10) + 80)) << 11); //$NON-NLS-1$
		}
		return fat();
	}

	private FileSystemInfo ext() {
		final int compatible = data.getInt(1024 + 92);
		final int incompatible = data.getInt(1024 + 96);
		final int readOnly = data.getInt(1024 + 100);
		final boolean four = (incompatible & EXT4_INCOMPATIBLE) != 0 || (readOnly & EXT4_READ_ONLY) != 0;
		final String type = four ? "ext4" : (compatible & EXT_JOURNAL) != 0 ? "ext3" : "ext2"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return info(type, text(1024 + 120, 16), Integer.toUnsignedLong(data.getInt(1024 + 4)) << 10 + (data.getInt(1024 + 24) & 0xf));
	}

	/** A FAT has no magic of its own; its block of parameters has to be sound. */
	private FileSystemInfo fat() {
		if (data.remaining() < 512 || data.getShort(510) != (short) 0xaa55) {
			return null;
		}
		final int jump = data.get(0) & 0xff;
		final int sector = Short.toUnsignedInt(data.getShort(11));
		final int cluster = data.get(13) & 0xff;
		final int reserved = Short.toUnsignedInt(data.getShort(14));
		final int copies = data.get(16) & 0xff;
		final int rootEntries = Short.toUnsignedInt(data.getShort(17));
		final int shortSectors = Short.toUnsignedInt(data.getShort(19));
		final int shortTable = Short.toUnsignedInt(data.getShort(22));
		final boolean sound = (jump == 0xeb || jump == 0xe9) && sector >= 512 && sector <= 4096 && Integer.bitCount(sector) == 1
				&& Integer.bitCount(cluster) == 1 && reserved > 0 && (copies == 1 || copies == 2) && (data.get(21) & 0xff) >= 0xf0;
		if (!sound) {
			return null;
		}
		final long sectors = shortSectors != 0 ? shortSectors : Integer.toUnsignedLong(data.getInt(32));
		final long table = shortTable != 0 ? shortTable : Integer.toUnsignedLong(data.getInt(36));
		final long clusters = (sectors - reserved - copies * table - (32L * rootEntries + sector - 1) / sector) / cluster;
		if (sectors == 0 || table == 0 || clusters <= 0) {
			return null;
		}
		if (shortTable == 0) {
			return info("FAT32", fatLabel(71), sectors * sector); //$NON-NLS-1$
		}
		return info(clusters < 4085 ? "FAT12" : "FAT16", fatLabel(43), sectors * sector); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private String fatLabel(int at) {
		final String label = text(at, 11);
		return "NO NAME".equals(label) ? "" : label; //$NON-NLS-1$ //$NON-NLS-2$
	}

	private boolean has(int at, String magic) {
		if (data.remaining() < at + Math.max(magic.length(), 512)) {
			return false;
		}
		for (int i = 0; i < magic.length(); i++) {
			if ((data.get(at + i) & 0xff) != magic.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	private String text(int at, int length) {
		final var bytes = new byte[length];
		data.get(at, bytes);
		int end = 0;
		while (end < length && bytes[end] != 0) {
			end++;
		}
		return new String(bytes, 0, end, StandardCharsets.UTF_8).strip();
	}

	private static FileSystemInfo info(String type, String label, long bytes) {
		return new FileSystemInfo(type, Optional.ofNullable(label).filter(text -> !text.isEmpty()),
				bytes > 0 ? OptionalLong.of(bytes) : OptionalLong.empty());
	}
}
