package dev.benchtop.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.benchtop.image.BlockMap.Range;

/** Writes block maps of version 2.0, as bmaptool reads them. */
final class BlockMapWriter {

	private static final int BLOCK = 4096;
	private static final String BLANK = "0".repeat(64); //$NON-NLS-1$

	private BlockMapWriter() {
	}

	static void write(BlockMap map, OutputStream out) throws IOException {
		if (!map.algorithm().equals(BlockMap.SHA256)) {
			throw new IllegalArgumentException(map.algorithm());
		}
		final String text = text(map);
		final byte[] sum = BlockMapReader.digest(BlockMap.SHA256).digest(text.getBytes(StandardCharsets.UTF_8));
		out.write(text.replaceFirst(BLANK, HexFormat.of().formatHex(sum)).getBytes(StandardCharsets.UTF_8));
	}

	private static String text(BlockMap map) {
		final var text = new StringBuilder("<?xml version=\"1.0\" ?>\n<bmap version=\"2.0\">\n"); //$NON-NLS-1$
		field(text, "ImageSize", map.size()); //$NON-NLS-1$
		field(text, "BlockSize", BLOCK); //$NON-NLS-1$
		field(text, "BlocksCount", blocks(map.size())); //$NON-NLS-1$
		field(text, "MappedBlocksCount", map.ranges().stream().mapToLong(range -> blocks(range.end()) - first(range)).sum()); //$NON-NLS-1$
		field(text, "ChecksumType", "sha256"); //$NON-NLS-1$ //$NON-NLS-2$
		field(text, "BmapFileChecksum", BLANK); //$NON-NLS-1$
		text.append("    <BlockMap>\n"); //$NON-NLS-1$
		for (final Range range : map.ranges()) {
			final long last = blocks(range.end()) - 1;
			text.append("        <Range"); //$NON-NLS-1$
			range.sum().ifPresent(sum -> text.append(" chksum=\"").append(sum).append('"')); //$NON-NLS-1$
			text.append("> ").append(first(range)); //$NON-NLS-1$
			if (last > first(range)) {
				text.append('-').append(last);
			}
			text.append(" </Range>\n"); //$NON-NLS-1$
		}
		return text.append("    </BlockMap>\n</bmap>\n").toString(); //$NON-NLS-1$
	}

	private static void field(StringBuilder text, String name, Object value) {
		text.append("    <").append(name).append("> ").append(value).append(" </").append(name).append(">\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static long blocks(long bytes) {
		return (bytes + BLOCK - 1) / BLOCK;
	}

	private static long first(Range range) {
		if (range.position() % BLOCK != 0) {
			throw new IllegalArgumentException(range.toString());
		}
		return range.position() / BLOCK;
	}
}
