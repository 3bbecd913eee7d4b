package dev.benchtop.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.BenchException;
import dev.benchtop.image.BlockMap.Range;
import dev.benchtop.image.content.FreeSpace.Gap;

/** Makes the block map of a backup: all but the gaps, each range with its sum. */
final class MapMaker {

	private static final int BLOCK = 4096;
	private static final int PIECE = 1 << 20;
	/** Shorter gaps cost more than they save. */
	private static final int SHORTEST = 256 << 10;

	/** Hears how many bytes were read. */
	@FunctionalInterface
	interface Counter {
		void advance(int bytes);
	}

	private final List<Gap> gaps;
	private final List<Range> ranges = new ArrayList<>();
	private final MessageDigest digest = BlockMapReader.digest(BlockMap.SHA256);
	private long begin = -1;
	private int gap;

	MapMaker(List<Gap> gaps) {
		this.gaps = gaps.stream().filter(one -> one.length() >= SHORTEST).toList();
	}

	/** Writes the map of an unpacked content, read from its first byte to its last, beside its file. */
	void make(Path file, InputStream content, CancelToken token, Counter counter) throws IOException, BenchException {
		final byte[] piece = new byte[PIECE];
		long position = 0;
		for (int count = content.readNBytes(piece, 0, PIECE); count > 0; count = content.readNBytes(piece, 0, PIECE)) {
			token.check();
			for (int at = 0; at < count; at += BLOCK) {
				block(piece, at, Math.min(BLOCK, count - at), position + at);
			}
			position += count;
			counter.advance(count);
		}
		end(position);
		final var map = new BlockMap(file.getFileName().toString(), position, BlockMap.SHA256, ranges);
		final Path beside = beside(file);
		final Path part = beside.resolveSibling("." + beside.getFileName() + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			try (var out = Files.newOutputStream(part)) {
				map.write(out);
			}
			Files.move(part, beside, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(part);
		}
	}

	/** Where the map of a file lies. */
	static Path beside(Path file) {
		return file.resolveSibling(file.getFileName() + ".bmap"); //$NON-NLS-1$
	}

	private void block(byte[] piece, int at, int length, long position) {
		if (isGap(piece, at, length, position)) {
			end(position);
			return;
		}
		if (begin < 0) {
			begin = position;
		}
		digest.update(piece, at, length);
	}

	private boolean isGap(byte[] piece, int at, int length, long position) {
		while (gap < gaps.size() && gaps.get(gap).end() < position + length) {
			gap++;
		}
		if (gap == gaps.size() || gaps.get(gap).position() > position) {
			return false;
		}
		return !gaps.get(gap).ifZero() || isZero(piece, at, length);
	}

	private static boolean isZero(byte[] piece, int at, int length) {
		for (int i = at; i < at + length; i++) {
			if (piece[i] != 0) {
				return false;
			}
		}
		return true;
	}

	private void end(long position) {
		if (begin >= 0) {
			ranges.add(new Range(begin, position - begin, Optional.of(HexFormat.of().formatHex(digest.digest())), 0));
			begin = -1;
		}
	}
}
