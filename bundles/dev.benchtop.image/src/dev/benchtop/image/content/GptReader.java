package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32;

import dev.benchtop.image.PartitionTable;
import dev.benchtop.image.PartitionTable.Partition;
import dev.benchtop.image.PartitionTable.Scheme;

/** Reads a GUID partition table, and its copy at the end where the first is damaged. */
final class GptReader {

	private static final byte[] MAGIC = "EFI PART".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
	private static final int SHORTEST_HEADER = 92;
	private static final int MOST_ENTRIES = 1024;
	private static final int[] SECTORS = { 512, 4096 };

	private final Content content;

	GptReader(Content content) {
		this.content = content;
	}

	Optional<PartitionTable> read() throws IOException {
		boolean damaged = false;
		for (final int sector : SECTORS) {
			final var header = content.read(sector, sector);
			if (isHeader(header)) {
				if (isSound(header)) {
					return Optional.of(table(header, sector, new ArrayList<>()));
				}
				damaged = true;
			}
		}
		return damaged ? Optional.of(readCopy()) : Optional.empty();
	}

	private PartitionTable readCopy() throws IOException {
		for (final int sector : SECTORS) {
			if (content.length().isPresent()) {
				final var header = content.read(Math.max(0, content.length().getAsLong() - sector), sector);
				if (isHeader(header) && isSound(header)) {
					return table(header, sector, new ArrayList<>(List.of(Messages.Gpt_backup)));
				}
			}
		}
		return new PartitionTable(Scheme.GPT, List.of(), List.of(Messages.Gpt_backupDamaged));
	}

	private static boolean isHeader(ByteBuffer header) {
		return header.remaining() >= SHORTEST_HEADER && header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
	}

	private static boolean isSound(ByteBuffer header) {
		final int length = header.getInt(12);
		if (length < SHORTEST_HEADER || length > header.remaining()) {
			return false;
		}
		final var bytes = new byte[length];
		header.get(0, bytes);
		ByteBuffer.wrap(bytes).putInt(16, 0);
		return crc(bytes) == header.getInt(16);
	}

	private static int crc(byte[] bytes) {
		final var crc = new CRC32();
		crc.update(bytes);
		return (int) crc.getValue();
	}

	private PartitionTable table(ByteBuffer header, int sector, List<String> warnings) throws IOException {
		final int count = header.getInt(80);
		final int size = header.getInt(84);
		if (count < 0 || count > MOST_ENTRIES || size < 128 || size > 4096) {
			return new PartitionTable(Scheme.GPT, List.of(), List.of(Messages.Gpt_backupDamaged));
		}
		final var data = content.read(header.getLong(72) * sector, count * size);
		final var bytes = new byte[data.remaining()];
		data.get(0, bytes);
		if (bytes.length < count * size || crc(bytes) != header.getInt(88)) {
			warnings.add(Messages.Gpt_entries);
		}
		final var partitions = new ArrayList<Partition>();
		for (int i = 0; (i + 1) * size <= bytes.length; i++) {
			final var entry = ByteBuffer.wrap(bytes, i * size, size).slice().order(ByteOrder.LITTLE_ENDIAN);
			final UUID type = uuid(entry);
			final long first = entry.getLong(32);
			final long last = entry.getLong(40);
			if (type.getMostSignificantBits() != 0 && last >= first && first > 0) {
				partitions.add(new Partition(i + 1, first * sector, (last - first + 1) * sector, PartitionTypes.gpt(type), name(entry),
						FileSystemFinder.find(content, first * sector)));
			}
		}
		return new PartitionTable(Scheme.GPT, partitions, warnings);
	}

	/** The first three groups are little-endian, the rest big-endian. */
	private static UUID uuid(ByteBuffer entry) {
		final long most = Integer.toUnsignedLong(entry.getInt(0)) << 32 | Short.toUnsignedLong(entry.getShort(4)) << 16
				| Short.toUnsignedLong(entry.getShort(6));
		return new UUID(most, Long.reverseBytes(entry.getLong(8)));
	}

	private static Optional<String> name(ByteBuffer entry) {
		final var bytes = new byte[72];
		entry.get(56, bytes);
		final String text = new String(bytes, StandardCharsets.UTF_16LE);
		final int end = text.indexOf('\0');
		return Optional.of(end < 0 ? text : text.substring(0, end)).filter(name -> !name.isBlank());
	}
}
