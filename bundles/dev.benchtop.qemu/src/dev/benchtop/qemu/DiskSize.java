package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.PrivateFiles;

/**
 * How long a disk is to be. What <i>resize</i> was told is kept with the disk and goes before the configuration.
 *
 * @param configured in bytes
 * @param exact whether a disk that is longer is refused, and room for all of it is asked for; else it is the least
 */
record DiskSize(long configured, boolean exact) {

	/** Tells how much of this machine's disk an overlay takes already. */
	@FunctionalInterface
	interface Allocated {
		long bytes() throws BenchException;
	}

	/** Makes a disk longer while a board has it. */
	@FunctionalInterface
	interface Live {
		void resize(long bytes) throws BenchException;
	}

	private static final String RECORD = "size"; //$NON-NLS-1$

	static DiskSize atLeast(long bytes) {
		return new DiskSize(bytes, false);
	}

	static DiskSize exactly(long bytes) {
		return new DiskSize(bytes, true);
	}

	/** Keeps a size for the disk in that folder. */
	static void remember(Path folder, long bytes) throws IOException {
		PrivateFiles.replace(folder.resolveSibling(folder.getFileName() + "." + RECORD), Long.toString(bytes).getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
	}

	/** How long the disk in that folder is to be at least, in bytes. */
	long bytes(Path folder) throws IOException {
		try {
			return Math.max(configured, Long.parseLong(Files.readString(folder.resolveSibling(folder.getFileName() + "." + RECORD)).strip())); //$NON-NLS-1$
		} catch (NoSuchFileException _) {
			return configured;
		} catch (NumberFormatException e) {
			throw new IOException(e);
		}
	}

	/**
	 * Whether a disk of {@code now} bytes has to be made longer to have {@code wanted}.
	 *
	 * @throws BenchException if it would have to be made shorter, or there is not enough room
	 */
	boolean grows(String disk, long wanted, long now, Allocated allocated, Path folder) throws IOException, BenchException {
		if (exact && wanted < now) {
			throw BenchException.failed(NLS.bind(Messages.DiskSize_shrink, display(now), display(wanted))).where(disk).next(Messages.DiskSize_shrinkNext).build();
		}
		if (wanted <= now) {
			return false;
		}
		demandRoom(disk, wanted, allocated, folder);
		return true;
	}

	/**
	 * Asks for room for a disk of {@code wanted} bytes, where that is asked for at all.
	 *
	 * @throws BenchException if there is not enough
	 */
	void demandRoom(String disk, long wanted, Allocated allocated, Path folder) throws IOException, BenchException {
		if (exact) {
			final long need = wanted - allocated.bytes();
			final long available = Files.getFileStore(folder).getUsableSpace();
			if (need > available) {
				throw BenchException.failed(NLS.bind(Messages.DiskSize_room, display(need), display(available))).where(disk)
						.next(NLS.bind(Messages.DiskSize_roomNext, folder)).build();
			}
		}
	}

	private static String display(long bytes) {
		return new ByteSize(bytes).display();
	}
}
