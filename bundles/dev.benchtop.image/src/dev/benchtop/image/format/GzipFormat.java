package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** gzip, with all its members. Zero bytes behind the last one are padding, as for gzip itself. */
@Component(service = ImageFormat.class)
public final class GzipFormat implements SeekableFormat {

	static final String LABEL = "gzip"; //$NON-NLS-1$

	@Override
	public String id() {
		return "gzip"; //$NON-NLS-1$
	}

	@Override
	public String label() {
		return LABEL;
	}

	@Override
	public int headLength() {
		return 3;
	}

	@Override
	public boolean matches(ByteBuffer head) {
		return Magic.startsWith(head, 0x1f, 0x8b, 8);
	}

	@Override
	public InputStream unpack(InputStream packed) {
		return new GzipInput(packed);
	}

	@Override
	public boolean sizeInFewPlaces() {
		return true;
	}

	@Override
	public Optional<Size> unpackedSize(Bytes packed) throws IOException {
		final long length = packed.size();
		final var tail = Fields.read(packed, Math.max(0, length - 4), 4);
		final long last = tail.remaining() == 4 ? Integer.toUnsignedLong(tail.getInt()) : 0;
		return last < length ? Optional.empty() : Optional.of(new Size(last, false));
	}
}
