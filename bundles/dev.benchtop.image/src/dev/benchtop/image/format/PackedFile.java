package dev.benchtop.image.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.BlockMap;
import dev.benchtop.image.format.SeekableFormat.Size;

/** An image file that is open: what it is packed with, and its unpacked content from the first byte to the last. */
public final class PackedFile implements Closeable {

	private static final int LONGEST_HEAD = 512;

	private final Path file;
	private final long packedBytes;
	/** Null where the file lies elsewhere than on this machine. */
	private final FileChannel channel;
	private final InputStream stream;
	private final ImageFormat format;
	private final List<ImageFormat> formats;
	private SeekableByteChannel afar;
	private Layers layers;
	private MeteredInput meter;

	private PackedFile(Path file, List<ImageFormat> formats, long packedBytes, FileChannel channel, InputStream stream, ImageFormat format) {
		this.file = file;
		this.formats = formats;
		this.packedBytes = packedBytes;
		this.channel = channel;
		this.stream = stream;
		this.format = format;
	}

	/** Opens a file and finds its format by its first bytes. */
	public static PackedFile open(Path file, List<ImageFormat> formats) throws IOException {
		final Optional<Path> local = LocalPath.of(file);
		if (local.isPresent()) {
			final var channel = FileChannel.open(local.get(), StandardOpenOption.READ);
			try {
				final var head = Fields.read(Bytes.of(channel), 0, LONGEST_HEAD);
				return new PackedFile(file, formats, channel.size(), channel, Channels.newInputStream(channel), find(formats, head));
			} catch (IOException e) {
				channel.close();
				throw e;
			}
		}
		final long size = Files.size(file);
		final var stream = new PushbackInputStream(Files.newInputStream(file), LONGEST_HEAD);
		try {
			final byte[] head = stream.readNBytes(LONGEST_HEAD);
			stream.unread(head);
			return new PackedFile(file, formats, size, null, stream, find(formats, ByteBuffer.wrap(head)));
		} catch (IOException e) {
			stream.close();
			throw e;
		}
	}

	/** The format of what is in the head of a content; empty for none of them. */
	static Optional<ImageFormat> formatOf(ByteBuffer head, List<ImageFormat> formats) {
		return Optional.ofNullable(find(formats, head));
	}

	private static ImageFormat find(List<ImageFormat> formats, ByteBuffer head) {
		return formats.stream().filter(format -> matches(format, head)).findFirst().orElse(null);
	}

	private static boolean matches(ImageFormat format, ByteBuffer head) {
		return format.matches(head.slice(0, Math.min(head.remaining(), format.headLength())));
	}

	/** What it is packed with at its outside; empty where it is not. */
	public Optional<ImageFormat> format() {
		return Optional.ofNullable(format);
	}

	public long packedBytes() {
		return packedBytes;
	}

	/** The file where it lies on this machine. */
	public Optional<FileChannel> channel() {
		return Optional.ofNullable(channel);
	}

	/** The bytes of the packed file, wherever it lies; to be read here and there, apart from {@link #unpack}. */
	public Bytes bytes() throws IOException {
		if (channel != null) {
			return Bytes.of(channel, LocalPath.of(file).orElse(file));
		}
		if (afar == null) {
			afar = Files.newByteChannel(file, StandardOpenOption.READ);
		}
		return Bytes.of(afar);
	}

	/** All that it is packed with, from outside in; once {@link #unpack} or {@link #head} was called. */
	public List<ImageFormat> layers() {
		return layers == null ? List.of() : layers.formats();
	}

	/** The unpacked content as a stream with holes, where it has any; once {@link #unpack} or {@link #head} was called. */
	public Optional<Holes> holes() {
		return layers.content() instanceof Holes holes ? Optional.of(holes) : Optional.empty();
	}

	/** Whether the content has holes; once {@link #unpack} or {@link #head} was called. */
	public boolean isSparse() {
		return layers != null && holes().isPresent();
	}

	/** Which parts of the content have to be written, where the file says so; once {@link #unpack} or {@link #head} was called. */
	public Optional<BlockMap> map() throws IOException {
		if (layers != null && layers.map().isPresent()) {
			return layers.map();
		}
		return layers().size() == 1 && channel != null && format instanceof SeekableFormat seekable ? seekable.map(bytes()) : Optional.empty();
	}

	/** The size of the content, where it is told cheaply; once {@link #unpack} or {@link #head} was called. */
	public Optional<Size> unpackedSize() throws IOException {
		if (layers().size() > 1 || layers != null && layers.outline().isPresent()) {
			return layers.outline().map(Outline::length).filter(OptionalLong::isPresent).map(length -> new Size(length.getAsLong(), true));
		}
		if (format == null) {
			return Optional.of(new Size(packedBytes, true));
		}
		if (!(format instanceof SeekableFormat seekable)) {
			return Optional.empty();
		}
		if (channel != null) {
			return seekable.unpackedSize(bytes());
		}
		return seekable.sizeInFewPlaces() ? unpackedSizeFromAfar(seekable) : Optional.empty();
	}

	/** Not every server can be asked for the end of a file; what is broken there is told when it is unpacked. */
	private Optional<Size> unpackedSizeFromAfar(SeekableFormat seekable) {
		try {
			return seekable.unpackedSize(bytes());
		} catch (IOException | UnsupportedOperationException e) {
			System.getLogger(getClass().getName()).log(System.Logger.Level.DEBUG, file.toString(), e);
			return Optional.empty();
		}
	}

	/**
	 * The unpacked content; to be called once.
	 *
	 * @param digest takes every byte of the packed file, in order; null where that is not wanted. Makes use of one core only.
	 */
	public InputStream unpack(MessageDigest digest) throws IOException {
		final Optional<InputStream> parallel = digest == null && channel != null && format instanceof SeekableFormat seekable ? seekable.unpack(bytes())
				: Optional.empty();
		return parallel.isPresent() ? open(parallel.get()) : unpackOnOneCore(digest);
	}

	private InputStream unpackOnOneCore(MessageDigest digest) throws IOException {
		meter = new MeteredInput(stream, digest);
		return open(format == null ? meter : format.unpack(meter));
	}

	private InputStream open(InputStream unpacked) throws IOException {
		layers = new Layers(formats, format, unpacked);
		layers.look();
		return layers.content();
	}

	/** The first {@code length} bytes of the content, or all of them where there are fewer; to be called once, instead of {@link #unpack}. */
	public byte[] head(int length) throws IOException {
		final boolean inPlaces = format instanceof SeekableFormat seekable && seekable.prefersPlaces();
		return (inPlaces ? unpack(null) : unpackOnOneCore(null)).readNBytes(length);
	}

	/** How much of the packed file was read; -1 where that is not known. */
	public long packedRead() {
		return meter == null ? -1 : meter.bytes();
	}

	/** How long the unpacking waited for the file, in nanoseconds. */
	public long readNanos() {
		return meter == null ? 0 : meter.nanos();
	}

	@Override
	public void close() throws IOException {
		try (stream; channel; var _ = afar) {
			if (layers != null) {
				layers.close();
			}
		}
	}
}
