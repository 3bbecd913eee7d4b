package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** LZ4 frames, with all of them in a file; blocks may depend on each other. */
@Component(service = ImageFormat.class)
public final class Lz4Format extends MagicFormat implements SeekableFormat {

	static final String LABEL = "LZ4"; //$NON-NLS-1$

	@Activate
	public Lz4Format() {
		super("lz4", LABEL, 0x04, 0x22, 0x4d, 0x18); //$NON-NLS-1$
	}

	@Override
	public InputStream unpack(InputStream packed) {
		return new Lz4Input(packed);
	}

	@Override
	public Optional<Size> unpackedSize(Bytes packed) throws IOException {
		return new Lz4Frames(packed).contentSize();
	}
}
