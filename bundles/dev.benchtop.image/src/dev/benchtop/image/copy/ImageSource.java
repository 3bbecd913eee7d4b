package dev.benchtop.image.copy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.format.DirectInput;
import dev.benchtop.image.format.Holes;
import dev.benchtop.image.format.PackedFile;
import dev.benchtop.image.format.SeekableFormat.Size;

/** An image file, packed or not. */
public final class ImageSource implements Source {

	private static final int BUFFER = 1 << 20;
	private static final int PIECE = 128 << 10;

	private final Path file;
	private final String label;
	private final List<ImageFormat> formats;
	private final long packedBytes;
	private final boolean packed;

	/** @param packedBytes the size of the file */
	public ImageSource(Path file, String label, List<ImageFormat> formats, long packedBytes, boolean packed) {
		this.file = file;
		this.label = label;
		this.formats = formats;
		this.packedBytes = packedBytes;
		this.packed = packed;
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public boolean packed() {
		return packed;
	}

	@Override
	public long packedBytes() {
		return packedBytes;
	}

	@Override
	public Object state() throws IOException {
		final var attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return List.of(attributes.size(), attributes.lastModifiedTime());
	}

	@Override
	public Optional<String> packedHash(ProgressCounter read) throws IOException {
		final Optional<Path> local = LocalPath.of(file);
		if (local.isEmpty()) {
			return Optional.empty();
		}
		final MessageDigest digest = Sha256.begin();
		final var buffer = ByteBuffer.allocate(BUFFER);
		try (var channel = FileChannel.open(local.get(), StandardOpenOption.READ)) {
			for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer.clear())) {
				digest.update(buffer.array(), 0, count);
				read.advance(count);
			}
		}
		return Optional.of(Sha256.finish(digest));
	}

	private boolean isLocal() throws IOException {
		return LocalPath.of(file).isPresent();
	}

	@Override
	public Content open() throws IOException {
		final var opened = PackedFile.open(file, formats);
		try {
			final var digest = packed && !isLocal() ? Sha256.begin() : null;
			final Optional<FileChannel> raw = opened.format().isPresent() ? Optional.empty() : opened.channel();
			if (raw.isPresent()) {
				return new RawContent(raw.get(), opened.packedBytes());
			}
			final InputStream stream = opened.unpack(digest);
			return new PackedContent(opened, stream, opened.holes().orElse(null), opened.unpackedSize(), digest, new byte[PIECE]);
		} catch (IOException | RuntimeException e) {
			opened.close();
			throw e;
		}
	}

	/**
	 * @param holes null where there are none
	 * @param piece small enough to stay in the cache of a core on its way
	 */
	private record PackedContent(PackedFile file, InputStream stream, Holes holes, Optional<Size> size, MessageDigest digest, byte[] piece)
			implements Content {

		@Override
		public long next(long position) throws IOException {
			long at = position;
			for (long hole = hole(); hole > 0; hole = hole()) {
				holes.skipHole();
				at += hole;
			}
			return at;
		}

		private long hole() throws IOException {
			return holes == null ? 0 : holes.hole();
		}

		@Override
		public void fill(ByteBuffer data) throws IOException {
			while (data.hasRemaining() && hole() == 0) {
				if (!some(data)) {
					return;
				}
			}
		}

		/** Reads some of it; false at the end. */
		private boolean some(ByteBuffer data) throws IOException {
			if (stream instanceof DirectInput direct && data.isDirect()) {
				return direct.read(data) >= 0;
			}
			final int count = stream.read(piece, 0, Math.min(piece.length, data.remaining()));
			data.put(piece, 0, Math.max(0, count));
			return count >= 0;
		}

		@Override
		public OptionalLong length() {
			return size.filter(Size::exact).map(Size::bytes).map(OptionalLong::of).orElseGet(OptionalLong::empty);
		}

		@Override
		public long estimate(long soFar) {
			if (holes == null && size.filter(Size::exact).isPresent()) {
				return size.get().bytes();
			}
			final long read = file.packedRead();
			return read <= 0 ? -1 : (long) ((double) soFar * file.packedBytes() / read);
		}

		@Override
		public long waited() {
			return file.readNanos();
		}

		@Override
		public Optional<String> packedHash() {
			return Optional.ofNullable(digest).map(Sha256::finish);
		}

		@Override
		public void close() throws IOException {
			file.close();
		}
	}

	private record RawContent(FileChannel channel, long bytes) implements Content {

		@Override
		public boolean seek(long position) throws IOException {
			channel.position(position);
			return true;
		}

		@Override
		public void fill(ByteBuffer data) throws IOException {
			while (data.hasRemaining() && channel.read(data) >= 0) {
				// read on until it is full or the file ends
			}
		}

		@Override
		public OptionalLong length() {
			return OptionalLong.of(bytes);
		}

		@Override
		public long estimate(long soFar) {
			return bytes;
		}

		@Override
		public long waited() {
			return 0;
		}

		@Override
		public Optional<String> packedHash() {
			return Optional.empty();
		}

		@Override
		public void close() throws IOException {
			channel.close();
		}
	}
}
