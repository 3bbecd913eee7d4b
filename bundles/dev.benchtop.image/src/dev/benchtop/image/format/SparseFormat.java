package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.BlockMap;

/** Android sparse images, as img2simg makes them: what they do not care for is not written. */
@Component(service = ImageFormat.class)
public final class SparseFormat extends MagicFormat implements SeekableFormat {

	static final String LABEL = "Android sparse"; //$NON-NLS-1$

	@Activate
	public SparseFormat() {
		super("android-sparse", LABEL, 0x3a, 0xff, 0x26, 0xed); //$NON-NLS-1$
	}

	@Override
	public InputStream unpack(InputStream packed) throws IOException {
		return new SparseInput(packed);
	}

	@Override
	public boolean sizeInFewPlaces() {
		return true;
	}

	@Override
	public Optional<Size> unpackedSize(Bytes packed) throws IOException {
		return Optional.of(new Size(SparseChunks.header(packed).bytes(), true));
	}

	@Override
	public Optional<Reader> reader(Bytes packed) throws IOException {
		return SparseChunks.read(packed).map(chunks -> new SparseReader(packed, chunks));
	}

	@Override
	public Optional<BlockMap> map(Bytes packed) throws IOException {
		return SparseChunks.read(packed).map(SparseChunks::map);
	}
}
