package dev.benchtop.image;

import java.util.List;
import java.util.Optional;

/**
 * How a disk is divided.
 *
 * @param partitions in the order of their numbers
 * @param warnings what is wrong with the table, one sentence each
 */
public record PartitionTable(Scheme scheme, List<Partition> partitions, List<String> warnings) {

	/** The kinds of partition tables that are read. */
	public enum Scheme {
		MBR, GPT
	}

	/**
	 * One partition.
	 *
	 * @param number as the kernel counts: from 1, logical ones of an MBR from 5
	 * @param start in bytes from the start of the disk
	 * @param bytes its size
	 * @param type in words: {@code EFI system}, {@code Linux}
	 * @param name the one a GPT gives it
	 * @param fileSystem what lies in it; empty where that is unknown or out of reach
	 */
	public record Partition(int number, long start, long bytes, String type, Optional<String> name, Optional<FileSystemInfo> fileSystem) {
	}

	public PartitionTable {
		partitions = List.copyOf(partitions);
		warnings = List.copyOf(warnings);
	}
}
