package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** LZ4 frames, with all of them in a file; blocks may depend on each other. */
@Component(service = ImageFormat.class)
public final class Lz4Format implements SeekableFormat {

	static final String LABEL = "LZ4"; //$NON-NLS-1$

	@Override
	public String id() {
		return "lz4"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return LABEL;
	}

	@Override
	public int headLength() {
		return 4;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return Magic.startsWith(head, 0x04, 0x22, 0x4d, 0x18);
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
