package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.image.FileSystemInfo;
import dev.benchtop.image.PartitionTable;
import dev.benchtop.image.PartitionTable.Partition;
import dev.benchtop.image.PartitionTable.Scheme;

/** Reads the partition table of a disk, MBR or GPT. */
final class PartitionReader {

	static final int SECTOR = 512;
	private static final int PROTECTIVE = 0xee;
	private static final int MOST_LOGICAL = 124;

	private final Content content;
	private final List<Partition> partitions = new ArrayList<>();
	private final List<String> warnings = new ArrayList<>();

	private PartitionReader(Content content) {
		this.content = content;
	}

	/** The table with what lies in each partition; empty where the content is not partitioned. */
	static Optional<PartitionTable> read(Content content) throws IOException {
		return new PartitionReader(content).read();
	}

	private record Entry(int flags, int type, long start, long sectors) {
		static List<Entry> of(ByteBuffer sector) {
			final var entries = new ArrayList<Entry>();
			for (int at = 446; at < 510; at += 16) {
				entries.add(new Entry(sector.get(at) & 0xff, sector.get(at + 4) & 0xff, Integer.toUnsignedLong(sector.getInt(at + 8)),
						Integer.toUnsignedLong(sector.getInt(at + 12))));
			}
			return entries;
		}

		boolean used() {
			return type != 0 && sectors != 0;
		}

		boolean extended() {
			return type == 0x05 || type == 0x0f || type == 0x85;
		}
	}

	private Optional<PartitionTable> read() throws IOException {
		final var sector = content.read(0, SECTOR);
		final boolean signed = sector.remaining() == SECTOR && sector.getShort(510) == (short) 0xaa55;
		final List<Entry> entries = signed ? Entry.of(sector) : List.of();
		final boolean sound = entries.stream().anyMatch(Entry::used) && entries.stream().allMatch(entry -> (entry.flags & 0x7f) == 0);
		final boolean protective = sound && entries.stream().anyMatch(entry -> entry.type == PROTECTIVE);
		final Optional<PartitionTable> gpt = new GptReader(content).read();
		if (gpt.isPresent()) {
			return gpt.map(this::check);
		}
		if (!sound) {
			return Optional.empty();
		}
		if (protective) {
			warnings.add(Messages.Gpt_missing);
		}
		for (int i = 0; i < entries.size(); i++) {
			final Entry entry = entries.get(i);
			if (entry.used()) {
				add(i + 1, entry.start, entry);
			}
		}
		for (final Entry entry : entries) {
			if (entry.used() && entry.extended()) {
				readLogical(entry.start);
			}
		}
		return Optional.of(check(new PartitionTable(Scheme.MBR, partitions, warnings)));
	}

	private void add(int number, long start, Entry entry) throws IOException {
		final var inside = entry.extended() ? Optional.<FileSystemInfo>empty() : FileSystemFinder.find(content, start * SECTOR);
		partitions.add(new Partition(number, start * SECTOR, entry.sectors * SECTOR, PartitionTypes.mbr(entry.type), Optional.empty(), inside));
	}

	/** Follows the chain of boot records, each of which holds a partition and the place of the next record. */
	private void readLogical(long extended) throws IOException {
		long record = extended;
		for (int number = 5; number < 5 + MOST_LOGICAL; number++) {
			final var sector = content.read(record * SECTOR, SECTOR);
			if (sector.remaining() < SECTOR || sector.getShort(510) != (short) 0xaa55) {
				warnings.add(Messages.Mbr_chain);
				return;
			}
			final List<Entry> entries = Entry.of(sector);
			if (entries.get(0).used()) {
				add(number, record + entries.get(0).start, entries.get(0));
			}
			if (!entries.get(1).used()) {
				return;
			}
			record = extended + entries.get(1).start;
		}
		warnings.add(Messages.Mbr_chain);
	}

	private PartitionTable check(PartitionTable table) {
		final OptionalLong length = content.length();
		final var found = new ArrayList<>(table.warnings());
		for (final Partition partition : table.partitions()) {
			final long end = partition.start() + partition.bytes();
			if (length.isPresent() && end > length.getAsLong()) {
				found.add(NLS.bind(Messages.Partitions_beyond, new Object[] { partition.number(), end, length.getAsLong() }));
			}
		}
		return new PartitionTable(table.scheme(), table.partitions(), found);
	}
}
