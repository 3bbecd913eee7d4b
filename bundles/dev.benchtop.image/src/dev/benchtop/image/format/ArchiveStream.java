package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;

import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockInput;
import dev.benchtop.image.BlockMap;

/**
 * The image in an archive that comes as a stream: the first file that may be one. A block map counts where it comes before it, and a second
 * image behind it is an error.
 */
final class ArchiveStream extends BlockInput implements Outline {

	/** What is asked of a file that ends. */
	@FunctionalInterface
	interface Sum<E> {
		/** Its CRC-32, where the archive tells it by then. */
		OptionalLong of(E entry);
	}

	private record Found<E extends ArchiveEntry>(E entry, String name, OptionalLong length) {
	}

	/** One kind of archive. */
	private final class Walk<E extends ArchiveEntry> {
		private final ArchiveInputStream<E> in;
		private final Sum<E> sum;
		private Found<E> image;

		Walk(ArchiveInputStream<E> in, Sum<E> sum) {
			this.in = in;
			this.sum = sum;
		}

		/** Goes on to the next file that may be an image; false at the end. */
		private boolean advance() throws IOException {
			for (E entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				final String name = entry.getName();
				if (!entry.isDirectory() && Members.isMap(name)) {
					maps.add(BlockMap.read(name, in));
				} else if (!entry.isDirectory() && Members.isImage(name, entry.getSize())) {
					if (!in.canReadEntryData(entry)) {
						throw new IOException(NLS.bind(Messages.Archive_unreadable, name, label));
					}
					image = new Found<>(entry, name, entry.getSize() < 0 ? OptionalLong.empty() : OptionalLong.of(entry.getSize()));
					return true;
				}
			}
			return false;
		}

		private void finish() throws IOException {
			final OptionalLong expected = sum.of(image.entry);
			if (image.length.isPresent() && image.length.getAsLong() != read) {
				throw new IOException(NLS.bind(Messages.Archive_broken, new Object[] { image.name, label, NLS.bind(Messages.Archive_size, read, image.length.getAsLong()) }));
			}
			if (expected.isPresent() && expected.getAsLong() != crc.getValue()) {
				throw new IOException(NLS.bind(Messages.Archive_broken, new Object[] { image.name, label, Messages.Archive_crc }));
			}
			final String first = image.name;
			if (advance()) {
				throw Members.several(label, List.of(first, image.name));
			}
		}
	}

	private final String label;
	private final InputStream packed;
	private final Walk<?> walk;
	private final List<BlockMap> maps = new ArrayList<>();
	private final CRC32 crc = new CRC32();
	private long read;
	private boolean ended;

	/** @param packed what {@code in} reads, to be read to its end */
	<E extends ArchiveEntry> ArchiveStream(String label, InputStream packed, ArchiveInputStream<E> in, Sum<E> sum) throws IOException {
		this.label = label;
		this.packed = packed;
		this.walk = new Walk<>(in, sum);
		try {
			if (!walk.advance()) {
				throw new IOException(NLS.bind(Messages.Archive_none, label));
			}
		} catch (RuntimeException e) {
			throw new IOException(NLS.bind(Messages.Archive_open, label, e.getMessage()), e);
		}
	}

	@Override
	public OptionalLong length() {
		return walk.image.length;
	}

	@Override
	public Optional<BlockMap> map() {
		final Optional<String> name = Members.map(walk.image.name, maps.stream().map(BlockMap::name).toList());
		return name.flatMap(wanted -> maps.stream().filter(map -> map.name().equals(wanted)).findFirst());
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (ended) {
			return -1;
		}
		try {
			final int count = walk.in.read(to, at, length);
			if (count > 0) {
				read += count;
				crc.update(to, at, count);
			} else if (count < 0) {
				ended = true;
				walk.finish();
				packed.transferTo(OutputStream.nullOutputStream());
			}
			return count;
		} catch (RuntimeException e) {
			throw new IOException(NLS.bind(Messages.Archive_open, label, e.getMessage()), e);
		}
	}

	@Override
	public void close() throws IOException {
		packed.close();
	}
}
