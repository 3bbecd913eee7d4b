package dev.benchtop.image.content;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.image.FileSystemInfo;
import dev.benchtop.image.PartitionTable;
import dev.benchtop.image.PartitionTable.Partition;

/** Finds what of a disk nobody will ever read: what its file systems call free, and what belongs to no partition. */
public final class FreeSpace {

	/** What boot loaders may use, whether it belongs to a partition or not. */
	private static final long BOOT = 16L << 20;
	/** Where the second copy of a GPT lies. */
	private static final long TAIL = 1L << 20;

	/**
	 * A part of a disk that need not be kept.
	 *
	 * @param ifZero whether only where it holds nothing but zeros
	 */
	public record Gap(long position, long length, boolean ifZero) {

		/** Where it ends, in bytes from the start of the disk. */
		public long end() {
			return position + length;
		}
	}

	private FreeSpace() {
	}

	/** The gaps of a disk of this length in rising order; none where its content is not understood. */
	public static List<Gap> find(Content content, long length) throws IOException {
		final var gaps = new ArrayList<Gap>();
		final Optional<PartitionTable> table = PartitionReader.read(content);
		if (table.isEmpty()) {
			final Optional<FileSystemInfo> whole = FileSystemFinder.find(content, 0);
			if (whole.isPresent()) {
				gaps.addAll(ExtFreeBlocks.find(content, 0, length));
			}
			return gaps;
		}
		final List<Partition> partitions = table.get().partitions();
		for (final Partition partition : partitions) {
			if (partitions.stream().noneMatch(other -> other != partition && overlap(partition, other))) {
				gaps.addAll(ExtFreeBlocks.find(content, partition.start(), partition.start() + partition.bytes()));
			}
		}
		gaps.addAll(outside(partitions, length));
		gaps.sort((one, other) -> Long.compare(one.position(), other.position()));
		return gaps;
	}

	private static boolean overlap(Partition one, Partition other) {
		return one.start() < other.start() + other.bytes() && other.start() < one.start() + one.bytes();
	}

	private static List<Gap> outside(List<Partition> partitions, long length) {
		final var gaps = new ArrayList<Gap>();
		long at = BOOT;
		for (final Partition partition : partitions.stream().sorted((one, other) -> Long.compare(one.start(), other.start())).toList()) {
			if (partition.start() > at) {
				gaps.add(new Gap(at, partition.start() - at, true));
			}
			at = Math.max(at, partition.start() + partition.bytes());
		}
		if (at < length - TAIL) {
			gaps.add(new Gap(at, length - TAIL - at, true));
		}
		return gaps;
	}
}
