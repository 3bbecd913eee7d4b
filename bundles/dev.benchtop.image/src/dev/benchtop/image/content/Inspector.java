package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.core.spi.ImageFormat;
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
	private final List<ImageFormat> formats;
	private final List<String> notes = new ArrayList<>();

	public Inspector(Path image, PackedFile file, List<ImageFormat> formats) {
		this.image = image;
		this.file = file;
		this.formats = formats;
	}

	public ImageInfo inspect() throws IOException {
		final Optional<Size> size = file.unpackedSize();
		final OptionalLong exact = size.filter(Size::exact).map(Size::bytes).map(OptionalLong::of).orElseGet(OptionalLong::empty);
		final ImageFormat format = file.format().orElse(null);
		try (var reader = reader()) {
			final Content content = content(exact, reader);
			final Optional<Refusal> refusal = refuse(format, content);
			final Optional<PartitionTable> partitions = refusal.isPresent() ? Optional.empty() : PartitionReader.read(content);
			final Optional<FileSystemInfo> fileSystem = refusal.isPresent() ? Optional.empty() : FileSystemFinder.find(content, 0);
			final boolean plainFat = fileSystem.filter(system -> system.type().startsWith("FAT") || system.type().equals("NTFS")).isPresent(); //$NON-NLS-1$ //$NON-NLS-2$
			if (refusal.isEmpty()) {
				Containers.warn(content).ifPresent(notes::add);
			}
			return new ImageInfo(format == null ? ImageInfo.RAW : format.id(), format == null ? Messages.Inspector_raw : format.label(), file.packedBytes(),
					exact, plainFat ? partitions.filter(table -> table.scheme() == PartitionTable.Scheme.GPT) : partitions, fileSystem, checksum(), bmap(),
					notes(size), refusal);
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
		return file.format().orElse(null) instanceof SeekableFormat seekable ? seekable.reader(file.bytes()).orElse(null) : null;
	}

	private Content content(OptionalLong length, SeekableFormat.Reader reader) throws IOException {
		if (file.format().isEmpty() && file.channel().isPresent()) {
			return new ChannelContent(file.channel().get());
		}
		final byte[] head = file.head(HEAD);
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

	private Optional<Refusal> refuse(ImageFormat format, Content content) throws IOException {
		final String name = image.getFileName().toString();
		if (format != null) {
			final Optional<ImageFormat> inner = PackedFile.formatOf(content.read(0, 512), formats);
			if (inner.isPresent()) {
				return Optional.of(new Refusal(NLS.bind(Messages.Containers_nested, format.label(), inner.get().label()), Messages.Containers_nestedNext));
			}
		}
		return Containers.refuse(content, name);
	}

	private Optional<Checksum> checksum() {
		try {
			return new ChecksumFinder(image, file.format().isPresent()).find();
		} catch (IOException e) {
			notes.add(NLS.bind(Messages.Checksums_unreadable, image.getFileName(), e.getMessage()));
			return Optional.empty();
		}
	}

	private Optional<Path> bmap() {
		final String name = image.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		final var beside = new ArrayList<String>(List.of(name));
		if (dot > 0) {
			beside.add(name.substring(0, dot));
		}
		if (dot > 0 && file.format().isPresent() && name.lastIndexOf('.', dot - 1) > 0) {
			beside.add(name.substring(0, name.lastIndexOf('.', dot - 1)));
		}
		return beside.stream().map(base -> image.resolveSibling(base + ".bmap")).filter(Files::isRegularFile).findFirst(); //$NON-NLS-1$
	}
}
