package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.tukaani.xz.SeekableXZInputStream;

import dev.benchtop.core.spi.ImageFormat;

/** xz, with all its streams and the padding between and behind them. */
@Component(service = ImageFormat.class)
public final class XzFormat extends MagicFormat implements SeekableFormat {

	static final String LABEL = "xz"; //$NON-NLS-1$
	/** Where it is {@code java}, the system's library is left alone. */
	private static final String DECODER = "benchtop.xz"; //$NON-NLS-1$
	private static final int SIZES_IN_HEAD = 0xc0;

	private final Optional<Liblzma> library;

	/** Unpacks by the system's liblzma, where it is of use. */
	@Activate
	public XzFormat() {
		this("java".equals(System.getProperty(DECODER)) ? Optional.empty() : Liblzma.find()); //$NON-NLS-1$
	}

	/** Unpacks by a library, or in Java where there is none. */
	XzFormat(Optional<Liblzma> library) {
		super("xz", LABEL, 0xfd, '7', 'z', 'X', 'Z', 0); //$NON-NLS-1$
		this.library = library;
	}

	@Override
	public InputStream unpack(InputStream packed) {
		return library.<InputStream>map(found -> new LzmaInput(packed, found)).orElseGet(() -> new XzInput(packed));
	}

	@Override
	public boolean sizeInFewPlaces() {
		return true;
	}

	@Override
	public Optional<Size> unpackedSize(Bytes packed) throws IOException {
		try (var index = XzBlocks.index(packed)) {
			return Optional.of(new Size(index.length(), true));
		}
	}

	@Override
	public Optional<Reader> reader(Bytes packed) throws IOException {
		return Optional.of(new XzReader(XzBlocks.index(packed)));
	}

	@Override
	public Optional<InputStream> unpack(Bytes packed) throws IOException {
		final SeekableXZInputStream index = XzBlocks.index(packed);
		if (index.getBlockCount() < 2 || library.isPresent() && tellsSizes(packed, index)) {
			index.close();
			return Optional.empty();
		}
		return Optional.of(new ParallelInput(new XzBlocks(packed, index), Runtime.getRuntime().availableProcessors()));
	}

	/** Whether the blocks tell their sizes at their beginning, as threaded packers write them: the library's threads ask for that. */
	private static boolean tellsSizes(Bytes packed, SeekableXZInputStream index) throws IOException {
		final var head = Fields.read(packed, index.getBlockCompPos(0), 2);
		return head.remaining() == 2 && (head.get(1) & SIZES_IN_HEAD) == SIZES_IN_HEAD;
	}
}
