package dev.benchtop.qemu;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the table of snapshots of a qcow2 file (QEMU's docs/interop/qcow2.txt, "Snapshots"), also while QEMU uses the file. */
final class QcowSnapshots {

	/**
	 * One of them.
	 *
	 * @param memory how much of the machine's memory and devices is in it, in bytes; 0 for none
	 */
	record Tag(String name, Instant time, long memory) {
	}

	private static final int COUNT = 60;
	private static final int ENTRY = 40;
	private static final int SHORT_MEMORY = 32;
	private static final int LONGEST_EXTRA = 1024;
	private static final int ATTEMPTS = 20;

	private QcowSnapshots() {
	}

	/** All in the file, in the order in which they were made. */
	static List<Tag> of(Path file) throws IOException {
		try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
			for (int attempt = 1;; attempt++) {
				final var before = head(channel);
				try {
					final var tags = tags(channel, before.getInt(0), before.getLong(4));
					if (before.equals(head(channel))) {
						return tags;
					}
				} catch (IOException e) {
					if (before.equals(head(channel))) {
						throw e;
					}
				}
				if (attempt == ATTEMPTS) {
					throw new IOException(Messages.Qcow_unknown);
				}
			}
		}
	}

	/** How many there are, and where: QEMU writes a new table elsewhere and then changes these. */
	private static ByteBuffer head(FileChannel file) throws IOException {
		return read(file, COUNT, Integer.BYTES + Long.BYTES);
	}

	private static List<Tag> tags(FileChannel file, int count, long offset) throws IOException {
		final var tags = new ArrayList<Tag>();
		long at = offset;
		for (int index = 0; index < count; index++) {
			final ByteBuffer entry = read(file, at, ENTRY);
			final int id = Short.toUnsignedInt(entry.getShort(12));
			final int name = Short.toUnsignedInt(entry.getShort(14));
			final int extra = entry.getInt(36);
			if (extra < 0 || extra > LONGEST_EXTRA) {
				throw new IOException(Messages.Qcow_unknown);
			}
			final ByteBuffer rest = read(file, at + ENTRY, extra + id + name);
			final long memory = extra >= Long.BYTES ? rest.getLong(0) : Integer.toUnsignedLong(entry.getInt(SHORT_MEMORY));
			tags.add(new Tag(new String(rest.array(), extra + id, name, StandardCharsets.UTF_8),
					Instant.ofEpochSecond(Integer.toUnsignedLong(entry.getInt(16)), entry.getInt(20)), memory));
			at += ENTRY + extra + id + name + 7 & ~7L;
		}
		return tags;
	}

	private static ByteBuffer read(FileChannel file, long offset, int length) throws IOException {
		final var bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (file.read(bytes, offset + bytes.position()) < 0) {
				throw new EOFException();
			}
		}
		return bytes.flip();
	}
}
