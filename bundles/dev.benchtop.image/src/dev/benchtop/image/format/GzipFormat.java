package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.ImageFormat;

/** gzip, with all its members. Zero bytes behind the last one are padding, as for gzip itself. */
@Component(service = ImageFormat.class)
public final class GzipFormat extends MagicFormat implements SeekableFormat {

	static final String LABEL = "gzip"; //$NON-NLS-1$

	@Activate
	public GzipFormat() {
		super("gzip", LABEL, 0x1f, 0x8b, 8); //$NON-NLS-1$
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
