package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.BlockMap;
import dev.benchtop.image.FileSystemInfo;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.image.ImageInfo.Checksum;
import dev.benchtop.image.ImageInfo.Refusal;
import dev.benchtop.image.PartitionTable;
import dev.benchtop.image.format.PackedFile;
import dev.benchtop.image.format.SeekableFormat;
import dev.benchtop.image.format.SeekableFormat.Size;

/** Looks into an open image. */
public final class Inspector {

	private static final int HEAD = 4 << 20;

	private final Path image;
	private final PackedFile file;
	private final List<String> notes = new ArrayList<>();

	public Inspector(Path image, PackedFile file) {
		this.image = image;
		this.file = file;
	}

	public ImageInfo inspect() throws IOException {
		final byte[] head = file.format().isEmpty() && file.channel().isPresent() ? null : file.head(HEAD);
		final Optional<Size> size = file.unpackedSize();
		final OptionalLong exact = size.filter(Size::exact).map(Size::bytes).map(OptionalLong::of).orElseGet(OptionalLong::empty);
		final List<ImageFormat> layers = file.layers();
		try (var reader = reader()) {
			final Content content = content(head, exact, reader);
			final Optional<Refusal> unfit = Containers.refuse(content, image.getFileName().toString());
			final Optional<PartitionTable> partitions = unfit.isPresent() ? Optional.empty() : PartitionReader.read(content);
			final Optional<FileSystemInfo> fileSystem = unfit.isPresent() ? Optional.empty() : FileSystemFinder.find(content, 0);
			final boolean plainFat = fileSystem.filter(system -> system.type().startsWith("FAT") || system.type().equals("NTFS")).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$
			if (unfit.isEmpty()) {
				Containers.warn(content).ifPresent(notes::add);
			}
			final var maps = new MapFinder(image, file, exact);
			final Optional<BlockMap> map = unfit.isPresent() ? Optional.empty() : maps.find();
			return new ImageInfo(layers.isEmpty() ? ImageInfo.RAW : layers.stream().map(ImageFormat::id).collect(Collectors.joining("+")), //$NON-NLS-1$
					layers.isEmpty() ? Messages.Inspector_raw : layers.stream().map(ImageFormat::label).collect(Collectors.joining(", ")), //$NON-NLS-1$
					file.packedBytes(), exact, plainFat ? partitions.filter(table -> table.scheme() == PartitionTable.Scheme.GPT) : partitions, fileSystem,
					checksum(), map, notes(size), unfit.or(maps::refusal));
		}
	}

	private List<String> notes(Optional<Size> size) {
		size.filter(known -> !known.exact()).ifPresent(about -> notes.add(NLS.bind(Messages.Inspector_about, new ByteSize(about.bytes()).display())));
		return notes;
	}

	private SeekableFormat.Reader reader() throws IOException {
		if (file.channel().isEmpty()) {
			return file.format().isEmpty() ? new FarReader(image, file) : null;
		}
		return file.layers().size() == 1 && file.format().orElse(null) instanceof SeekableFormat seekable ? seekable.reader(file.bytes()).orElse(null) : null;
	}

	/** @param head null where all of it can be read as it lies */
	private Content content(byte[] head, OptionalLong length, SeekableFormat.Reader reader) throws IOException {
		if (head == null) {
			return new ChannelContent(file.channel().orElseThrow());
		}
		final Content begin = Content.of(head, length);
		return reader == null ? begin : new Content() {
			@Override
			public ByteBuffer read(long position, int wanted) throws IOException {
				if (position + wanted <= head.length) {
					return begin.read(position, wanted);
				}
				final var bytes = new byte[wanted];
				return ByteBuffer.wrap(bytes, 0, reader.read(bytes, position)).slice().order(ByteOrder.LITTLE_ENDIAN);
			}

			@Override
			public OptionalLong length() {
				return length;
			}
		};
	}

	private Optional<Checksum> checksum() {
		try {
			return new ChecksumFinder(image, file.format().isPresent()).find();
		} catch (IOException e) {
			notes.add(NLS.bind(Messages.Checksums_unreadable, image.getFileName(), e.getMessage()));
			return Optional.empty();
		}
	}
}
