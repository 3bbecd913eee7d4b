package dev.benchtop.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is in an image file, found by its content and never by its name.
 *
 * @param format the id of the {@link dev.benchtop.core.spi.ImageFormat} it is packed with, from outside in with {@code +} between where there
 *     are several; {@code raw} where it is not packed
 * @param formatLabel the format for people
 * @param packedBytes the size of the file
 * @param unpackedBytes the size of what is written; empty where the format does not tell it cheaply
 * @param partitions the partition table of the content
 * @param fileSystem the file system that fills the whole content, where it is not partitioned
 * @param checksum the SHA-256 that a file beside the image names for it
 * @param map which parts of it are written, where that is not all: by a block map beside or inside it, or by what a sparse image says itself
 * @param notes what the user should know, one sentence each
 * @param refusal why it must not be flashed as it is; empty where it may
 */
public record ImageInfo(String format, String formatLabel, long packedBytes, OptionalLong unpackedBytes, Optional<PartitionTable> partitions,
		Optional<FileSystemInfo> fileSystem, Optional<Checksum> checksum, Optional<BlockMap> map, List<String> notes, Optional<Refusal> refusal) {

	/** The id of {@link #format} where nothing is packed. */
	public static final String RAW = "raw"; //$NON-NLS-1$

	/**
	 * What a file beside the image says of it.
	 *
	 * @param file where it stands
	 * @param sha256 64 lower-case hex digits
	 * @param ofUnpacked whether it is that of the unpacked content and not of the file
	 */
	public record Checksum(Path file, String sha256, boolean ofUnpacked) {
	}

	/**
	 * Why an image must not be flashed as it is.
	 *
	 * @param reason one sentence without a full stop
	 * @param next what to do instead
	 */
	public record Refusal(String reason, String next) {
	}

	/** How many bytes are written; empty where that is unknown. */
	public OptionalLong mappedBytes() {
		return map.isPresent() ? OptionalLong.of(map.get().mapped()) : unpackedBytes;
	}

	public ImageInfo {
		notes = List.copyOf(notes);
	}
}
